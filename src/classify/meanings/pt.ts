import type { Thesaurus } from './meaning.ts';

/** Portuguese. */
export const portuguese: Thesaurus = {
  erase:
    'apag* | elimin* | delet* | exclu* | remov* | remocao | destru* | suprim* | supressao | elimin* definitiv* | limpar | limpem | limpeza | deitar fora | deitem fora | jogar fora | joguem fora | descart* | expurg* | anonimiz* | tirar | tirem | retirar | retirem | sumir com | dar sumico | desfazer | inutiliz* | rasgar | triturar | borrar | direito ao apagamento',
  vanish:
    'desaparec* | sumir | sumam | sumiu | sem rasto | sem rastro | sem deixar rasto | sem deixar rastro | vestigio* | nenhum vestigio | nem rasto | fora daqui | fora de vez | em lado nenhum | em lugar nenhum | nao constar | deixar de constar | deixar de existir | nao existir mais | evapor* | cair fora | longe de | fora do sistema',
  forget:
    'esquec* | ser esquecido | ser esquecida | direito a ser esquecido | direito ao esquecimento | direito de ser esquecido | esquecam me | esquecam de mim | me esquecam | me esquece | como se nunca | como se nunca tivesse existido | nunca existi | nunca tivesse existido | nunca fui cliente | como se nao existisse | riscar do mapa',
  close:
    'fech* | encerr* | cancel* | termin* | rescis* | rescind* | desativ* | desactiv* | inativ* | cessar | cessacao | cessem | extingu* | dissolv* | dar baixa | baixa | baixa da conta | acabar com | por fim | por fim a | por termo | denunci* contrat* | denuncia do contrato | resolucao do contrato | terminar contrato | desvincul* | sair | fim do contrato',
  stop: 'parar | parem | pare | parar de | pare de | parem de | deixar de | deixem de | deixe de | cessar | cessem | cessacao | cesse | interromp* | suspend* | suspens* | acabar | acabem | acabou | chega | chega de | basta | ja basta | larguem me | deixem me em paz | me deixem em paz | desist* | nao continuar | abster | abstenham | nunca mais | stop',
  cancel:
    'cancel* | anul* | revog* | rescind* | rescis* | desmarc* | desfazer | desist* | sem efeito | ficar sem efeito | estorn* | desfaz | nao renovar | nao quero renovar | nao renov* | terminar o contrato | dar baixa | retirar | voltar atras | revertam',
  withdrawal:
    'direito de arrependimento | arrepend* | arrependi me | me arrependi | livre resolucao | direito de livre resolucao | resolucao do contrato | direito de retratacao | retratacao | direito de desistencia | desistencia | desisti | desistir da compra | 14 dias | catorze dias | quatorze dias | 7 dias | sete dias | prazo de reflexao | periodo de reflexao | mudei de ideia* | mudei de opiniao | devolver a compra | devolucao | devolver o produto | sem motivo | sem justificacao | artigo 49 | contrato a distancia',
  see: 'ver | vejo | ver os dados | consult* | acess* | aceder | acedo | aceda | direito de acesso | ter acesso | acesso aos dados | acesso aos meus dados | visualiz* | verific* | examin* | inspec* | conferir | olhar | dar uma olhada | espreitar | mostr* | mostrem me | me mostrem | conhecer | analis* | tomar conhecimento',
  send: 'envi* | enviem me | me enviem | mand* | mandem me | me mandem | remet* | remessa | encaminh* | reencaminh* | fornec* | facult* | disponibiliz* | entreg* | transmit* | transmiss* | passem me | repass* | dar me | deem me | me passem | por email | por e mail | por correio | apresent* | reenvi* | expedir',
  copy: 'copi* | uma copia | copia integral | copia dos dados | copia completa | extrat* | extract* | listagem | lista completa | lista de todos | relacao | relacao completa | relatorio* | resumo | impress* | imprimir | fotocopia* | xerox | duplicad* | segunda via | 2 via | 2a via | transcri* | levantamento | registo completo | registro completo | historico completo | sumario | backup',
  export:
    'export* | descarreg* | baixar | download | fazer download | sacar | ficheiro | ficheiros | arquivo | arquivos | planilha* | folha de calculo | excel | csv | json | xml | zip | pdf | leitura automatica | legivel por maquina | formato estruturado | formato legivel | uso corrente | portabilidade | portabilidade dos dados | direito a portabilidade | formato de leitura automatica | extrair | extracao',
  tell: 'dizer | digam | digam me | me digam | diga | diga me | inform* | informem me | explic* | expliquem | esclarec* | avis* | comunic* | comuniquem | indiq* | indic* | divulg* | revel* | contem me | saber | gostaria de saber | queria saber | quero saber | respond* | resposta | deem noticias | notific* | confirm* | detalh*',
  know: 'sabem | sabem de mim | sabem sobre mim | saber | sabe | tem | tem sobre mim | tem de mim | sobre mim | a meu respeito | de mim | ao meu respeito | possu* | detem | detenham | dispoe* | que dados | quais dados | quais os dados | que informacoes | quais informacoes | que dados tem | que dados possuem | em vossa posse | em seu poder | consta* | existe* sobre mim | conhecem',
  keep: 'guard* | armazen* | conserv* | mant* | retencao | reter | retem | retidos | grav* | recolh* | colet* | registad* | registrad* | arquiv* | prazo de conservacao | periodo de retencao | salvar | salvo | salvos | acumul* | memoriz*',
  share:
    'partilh* | compartilh* | transmit* | ceder | cederam | cedencia | cedidos | cessao | vend* | revend* | revel* | divulg* | repass* | passaram | passar a | dar a | deram | fornec* | destinatari* | comunic* a | transfer* | distribu* | expor | vazar | vazou | vazamento | a quem | com quem | para quem',
  source:
    'de onde | donde | de onde tiraram | onde obtiveram | onde arranjaram | onde conseguiram | onde pegaram | como obtiveram | como conseguiram | como arranjaram | como tiveram | como tem o meu | quem vos deu | quem deu | quem forneceu | quem passou | origem | origem dos dados | fonte | fontes | proveni* | procedencia | obtiv* | obtid* | obtencao | arranjaram | compraram a lista | atraves de quem',
  giveBack:
    'reembols* | devol* | restitu* | estorn* | ressarc* | dinheiro de volta | de volta | meu dinheiro | grana de volta | credit* | nota de credito | indemniz* | indeniz* | compens* | reav* | recuper* dinheiro | recuperar o dinheiro | transferir de volta | chargeback | repor | reponham',
  pay: 'pague | paguem | pagava | paguei | pagamos | pagar | pagamento | pagamentos | pago | paga | gast* | transfer* | desembols* | deposit* | pix | fiz um pix | mbway | mb way | multibanco | boleto | paypal | liquid* | saldar | quit* | carreg* saldo | carregamento | recarga | recarreg* | despesa* | custou',
  charge:
    'cobr* | cobraram me | me cobraram | debit* | debito direto | debito automatico | fatur* | factur* | descont* | retir* | tiraram | levaram | sacaram | encargo* | taxa | taxas | lancamento no cartao | cartao de credito | comissao',
  twice:
    'duas vezes | 2 vezes | dobro | em dobro | dobrad* | em duplicado | em duplicidade | dupl* | dupla cobranca | repet* | de novo | outra vez | novamente | segunda vez | pela segunda vez | tres vezes | duas cobrancas | duas faturas | 2x | bis',
  tooMuch:
    'demasiado | demais | a mais | cobraram a mais | valor a mais | excessiv* | em excesso | excesso | indevid* | injust* | sem justificacao | por engano | engan* | por erro | por lapso | lapso | equivoc* | erro | errad* | sem autorizacao | sem motivo | muito caro | abusiv* | ilegal* | pago a mais | paguei a mais | nao devia | superior ao',
  restart:
    'restaur* | restabelec* | reativ* | reactiv* | repor | reponham | reposicao | recuper* | voltar atras | voltar ao | voltar como estava | como estava | como antes | como era | reverter | revertam | desbloque* | reabr* | reinici* | religar | retom* | renov* | ativar de novo | ativar novamente | voltar a ativar | anterior | desfazer',
  alter:
    'alter* | mudar | mudanca | mudem | modific* | atualiz* | actualiz* | ajust* | edit* | adapt* | troc* | substitu* | transform* | converter | passar para | passem para | emend* | revis* | mudou | ajeitar | mexer | reconfigur*',
  correct:
    'correc* | corrij* | corrig* | retific* | rectific* | direito de retificacao | direito a retificacao | emend* | consert* | arrum* | acert* | repar* | ajeit* | complet* | atualiz* | actualiz* | regulariz* | por bem | colocar certo | certo e | o correto | correto | sanar',
  replace:
    'em vez de | ao inves de | em lugar de | no lugar de | em substituicao | substitu* | troc* | deve ser | deveria ser | devia ser | deve ler se | deve constar | tem de ser | tem que ser | o correto e | o certo e | e ~ e nao | nao e ~ mas | nao e ~ e | mudar de ~ para | pelo novo | pela nova | por este | por esta',
  newly:
    'novo | nova | novos | novas | meu novo | minha nova | a partir de | a partir de agora | a partir de hoje | de agora em diante | doravante | daqui em diante | daqui para a frente | atual* | actual* | agora | passou a | passa a | recente* | recem | desde | desde ja | chama se agora | agora chama | com efeito a partir | futuramente | mais recente',
  wrong:
    'errad* | erro | erros | incorret* | incorrect* | mal | mal escrito | desatualiz* | desactualiz* | antig* | gralha* | erro de digitacao | erro ortografico | digitacao | engano | enganad* | inexat* | inexact* | invalid* | trocad* | falso | falsa | velho | ultrapassad* | obsolet* | incomplet* | equivocad* | falha | nao esta certo | nao esta correto | nao confere',
  moved:
    'mudei de casa | mudei me | me mudei | mudamos | mudamos de | mudanca | mudanca de casa | mudanca de morada | mudanca de endereco | mudei de morada | mudei de endereco | mudei | mudou se | se mudou | nova morada | novo endereco | nova sede | novas instalacoes | novo escritorio | mudanca de instalacoes | transfer* sede | ja nao moro | nao moro mais | ja nao vivo | vivo agora | moro agora | relocaliz*',
  renamed:
    'casei | casei me | me casei | casamento | casad* | divorci* | separ* | nome de casada | nome de solteira | mudei de nome | mudanca de nome | mudei o nome | alteracao de nome | alteracao do nome | novo nome | mudou de nome | agora chama | passou a chamar | passa a chamar | fusao | fundiu | incorpor* | nova denominacao | alteracao da denominacao | mudanca de razao social | nome social | viuv* | rebatiz*',
  register:
    'regist* | anot* | apont* | tomar nota | tomem nota | nota | inscrev* | inserir | insiram | introduz* | lancar | lancem | averb* | cadastr* | processar | atualizar o cadastro | colocar no sistema | coloquem | incluir | incluam | inclusao | dar entrada | ficha | consign*',
  object:
    'opor | oponho | oponho me | me oponho | opomos | oposicao | direito de oposicao | oposicao ao tratamento | objet* | objec* | discord* | nao concordo | nao aceito | nao autorizo | nao permito | nao consinto | recus* | protest* | contest* | contra | impugn* | sou contra | nao quero que | manifestar oposicao | reclam*',
  restrict:
    'limit* | limitacao do tratamento | direito a limitacao | restring* | restricao | restricoes | bloque* | congel* | suspend* | suspensao | nao utilizar | nao usar | nao usem | nao utilizem | temporari* | por enquanto | provisori* | parar o tratamento | por em pausa | pausar',
  unsubscribe:
    'descadastr* | desinscr* | cancelar subscricao | cancelar a subscricao | cancelar assinatura | cancelar inscricao | anular subscricao | anular a subscricao | remover da lista | retirar da lista | tirar da lista | tirem me da lista | removam me | retirem me | me tirem | me removam | sair da lista | fora da lista | unsubscribe | opt out | nao quero receber | nao receber mais | deixar de receber | nao desejo receber | parar de receber | nao enviem | dar baixa | desubscr* | dessubscr* | subscricao | desligar os emails',
  consent:
    'consent* | autoriz* | permiss* | permit* | acordo | de acordo | concord* | aceit* | retirar o consentimento | retiro o consentimento | revogar o consentimento | revogo o consentimento | sem o meu consentimento | sem consentimento | sem autorizacao | nunca autorizei | nao autorizei | nao dei | aprov* | anuencia | aval | licenca | dei permissao',
  bother:
    'incomod* | importun* | chate* | encher | enchendo | ligar me | ligam me | ligam | ligam para | me ligam | ligando | liguem | nao liguem | nao me liguem | telefon* | contact* | contat* | assedi* | persegu* | bombarde* | spam | insist* em | mandam | enviam | mandar emails | enviar emails | nao me contactem | nao entrem em contato | molest* | perturb* | em paz | abord* | massacr*',
  money:
    'dinheiro | grana | guita | massa | valor | valores | quantia | quantias | montante | montantes | euro | euros | eur | reais | real | soma | importancia | preco | custo | custos | fundos | verba | centimos | centavos | numerario | pago',
  balance:
    'saldo | saldos | credito | creditos | credito restante | saldo restante | saldo remanescente | remanescente | restante | pre pago | pre paga | carregamento | carregamentos | recarga | deposito | depositos | caucao | sinal | carteira | plafond | saldo nao utilizado | nao utilizado | sobra | excedente | adiantamento',
  order:
    'encomend* | pedido | pedidos | compr* | adquir* | aquisicao | aquisicoes | ordem | ordem de compra | transacao | transaccao | numero do pedido | numero da encomenda | nota de encomenda | contrat* | produto | carrinho',
  account:
    'conta | contas | minha conta | conta de cliente | conta de utilizador | conta de usuario | perfil | perfis | utilizador | usuario | login | cadastro | registo | registro | inscricao | ficha de cliente | area de cliente | area do cliente | cliente | numero de cliente | nome de utilizador | user | assinante | adesao',
  data: 'dados | dados pessoais | os meus dados | meus dados | informacao | informacoes | informacoes pessoais | informacao sobre mim | informacoes sobre mim | dado | dado pessoal | detalhes | detalhes pessoais | pormenores | dados de contacto | dados de contato | dados cadastrais | dados sensiveis | que me dizem respeito | a meu respeito | sobre mim | elementos | base de dados | banco de dados | dados do cliente',
  file: 'ficheiro | ficheiros | arquivo | arquivos | processo | processos | dossier | dossie | ficha | fichas | registo | registos | registro | registros | historico | cadastro | pasta | pastas | prontuario | documentacao | relatorio | banco de dados | caso | arquivad*',
  logs: 'registo de chamadas | registos de chamadas | registro de chamadas | historico de chamadas | lista de chamadas | chamadas | chamada | ligacoes | gravacoes de chamadas | grav* | conversa | conversas | mensagens | mensagem | correspondencia | emails trocados | logs | log | metadados | historico de mensagens | registo de acessos | detalhe de chamadas | chat | chats | telefonemas | voicemail | transcri*',
  identity:
    'cartao de cidadao | bilhete de identidade | documento de identidade | documento de identificacao | identidade | identific* | passaporte | passaportes | carteira de identidade | carta de conducao | cnh | rg | bi | copia do documento | copia do cartao | copia do passaporte | comprovativo de identidade | comprovante de identidade | prova de identidade | titulo de residencia | autorizacao de residencia | selfie | cpf',
  everything:
    'tudo | todos | todas | todo | toda | todos os dados | todas as informacoes | tudo o que | tudo que | na totalidade | totalidade | total | totalmente | por completo | complet* | integral | integralmente | na integra | inteir* | absolutamente tudo | qualquer | quaisquer | cada | sem excecao | geral | de vez',
  nothing:
    'nada | nenhum | nenhuma | nenhuns | nenhum dado | nenhum rasto | nenhum vestigio | em lado nenhum | em lugar nenhum | em nenhum lado | em nenhum lugar | ninguem | zero | sem vestigio | sem rasto | nem um | nem uma | coisa nenhuma | nada mais | absolutamente nada | nadinha | nem sequer',
  name: 'nome | nomes | apelido | apelidos | sobrenome | sobrenomes | nome proprio | primeiro nome | ultimo nome | nome completo | nome de familia | chamo me | me chamo | chama se | nome de solteira | nome do meio | grafia | ortografia | escreve se | soletr* | acento | iniciais | alcunha | nome errado | letra',
  address:
    'morada | moradas | endereco | enderecos | rua | avenida | av | travessa | praca | numero da porta | porta | andar | apartamento | apto | codigo postal | cep | bairro | localidade | cidade | residencia | domicilio | sede | moro | resido | caixa postal | logradouro',
  email:
    'email | emails | e mail | e mails | mail | mails | correio eletronico | correio electronico | endereco de email | endereco de e mail | endereco eletronico | caixa de correio | caixa de entrada | gmail | hotmail | outlook | meu email | novo email | sapo',
  phone:
    'telefone | telefones | telemovel | telemoveis | celular | celulares | numero de telefone | numero de telemovel | numero de celular | numero de contacto | numero de contato | nº de telefone | tel | tlm | tlf | contacto telefonico | contato telefonico | meu numero | telefone fixo | fixo | whatsapp | fone | zap | movel',
  company:
    'empresa | empresas | nome da empresa | razao social | denominacao social | firma | sociedade | lda | ltda | unipessoal | s a | eireli | mei | nipc | cnpj | registo comercial | registro comercial | conservatoria | camara de comercio | junta comercial | empresario em nome individual | forma juridica | companhia | associacao | fundacao | organizacao',
  vat: 'nif | nipc | numero de contribuinte | contribuinte | numero fiscal | identificacao fiscal | iva | numero de iva | iva intracomunitario | cnpj | cpf | inscricao estadual | imposto | impostos | fiscal | tribut* | tax id | vies | taxa de iva | isencao de iva | vat',
  bank: 'conta bancaria | conta corrente | iban | nib | bic | swift | banco | bancos | bancari* | dados bancarios | numero da conta | numero de conta | titular da conta | titular | agencia | chave pix | pix | cartao de credito | cartao | cartoes | poupanca | transferencia bancaria | domiciliacao',
  birth:
    'nascida em | data de nasc | data de nascimento | nasc* | nasci em | ano de nascimento | dia de nascimento | local de nascimento | aniversario | idade | anos de idade | faco anos | tenho ~ anos | naturalidade | dn',
  advertising:
    'publicidade | publicitari* | propaganda | propagandas | anuncio* | newsletter | newsletters | boletim | boletins | oferta | ofertas | promoc* | marketing | marketing direto | emails comerciais | comunicacoes comerciais | mensagens comerciais | comercia* | campanha* | spam | telemarketing | descontos | mala direta | fins de marketing | informacao comercial | publicitar',
  list: 'lista de email | lista de emails | lista de distribuicao | mailing | mailing list | lista de contactos | lista de contatos | lista | listas | lista de envio | base de contactos | base de contatos | base de dados | banco de dados | lista de chamadas | lista de subscritores | lista de marketing | lista de assinantes | lista telefonica | cadastro | ficheiro de moradas | mala direta | subscritores',
  yours:
    'vosso | vossa | vossos | vossas | seus sistemas | vossos sistemas | seu sistema | vosso sistema | vossa base | vossa base de dados | sua base de dados | seu banco de dados | seus servidores | vossos servidores | servidor* | sistema | sistemas | vossos registos | seus registros | vossa empresa | sua empresa | convosco | com voces | voces | na vossa | da vossa | ai | seus arquivos',
  law: 'rgpd | gdpr | lgpd | lei | leis | artigo | artigos | art | arts | regulamento | regulamento geral | protecao de dados | proteccao de dados | protecao dos dados | lei geral de protecao de dados | privacidade | direito de | direito ao | direito a | direitos | legal | legais | legalmente | ao abrigo | nos termos | com base no | por forca | juridic* | legisl* | conforme previsto | codigo | base legal | fundamento legal | cnpd | anpd | alinea | codigo do consumidor | encarregado | dpo',
  processing:
    'tratamento | tratamento de dados | tratamento dos dados | tratar | tratam | tratados | processamento | processar | processam | utiliz* | usar | usam | uso | finalidade | finalidades | definicao de perfis | perfis | perfilamento | profiling | decisoes automatizadas | decisao automatizada | automatiz* | algoritmo* | responsavel pelo tratamento | subcontratante* | operador | inteligencia artificial',
  thirdParty:
    'terceiros | terceiro | terceiras partes | terceiras | parceiros | parceiro | parceiras | outras empresas | outras entidades | entidades terceiras | subcontrat* | fornecedores | prestadores de servicos | prestador* | empresas parceiras | afiliad* | empresas do grupo | grupo | agencias | intermediari* | anunciantes | com quem trabalham | outros | operadora*',
  lawyer:
    'em nome de | em representacao | em nome do | em nome da | represent* | advogad* | solicitador | cliente | meu cliente | minha cliente | meu constituinte | procuracao | procurador | procuradora | mandato | mandatari* | poderes | outorg* | minha mae | meu pai | meu filho | minha filha | meus filhos | minha avo | meu avo | meu marido | minha mulher | minha esposa | tutor | tutela | curador* | menor | faleci* | herdeir* | escritorio de advogados',
  please:
    'por favor | pf | pfv | favor | se faz favor | sff | se possivel | por gentileza | gentileza | agradeco | agradecia | agradeciamos | peco | pedimos | pedir | venho por este meio | venho por meio | venho solicitar | solicit* | pedido | requer* | requeiro | rogo | queiram | queira | facam o favor | faz favor | faca o favor | por obsequio | gostaria de pedir',
  want: 'quero | queremos | queria | queriamos | gostaria | gostariamos | gostava | desej* | pretend* | precis* | necessit* | querer | vontade | tenho interesse | preferia | prefiro | espero | quis',
  demand:
    'exij* | exig* | insist* | intim* | notifico | interpel* | reclam* | reivindic* | devem | sao obrigados | obrigad* a | obrigacao | tem de | tem que | no prazo de | prazo maximo | prazo de | imediat* | urgente | urgencia | sob pena | caso contrario | de imediato | ultimato | dentro de | ja',
  canYou:
    'podem | pode | podes | poderia | poderiam | poderias | podia | podiam | sera que podem | sera que pode | seria possivel | conseguem | consegue | e possivel voces | voces podem | voces conseguem | tem como | da para voces | importam se | se importa | me ajudem a',
  canI: 'posso | podemos | poderei | poderia eu | e possivel | sera possivel | seria possivel | sera que posso | da para | da pra | consigo | tem como | ha forma de | ha maneira | ha como | existe forma | existe a possibilidade | possibilidade | e permitido | permitido | tenho direito | existe alguma forma',
  how: 'como | como posso | como faco | como se faz | como e que | como devo | como proceder | de que forma | de que maneira | onde | onde posso | onde encontro | aonde | o que devo fazer | o que tenho de fazer | o que preciso fazer | que devo fazer | que passos | passos | procedimento | instrucoes | passo a passo | a quem | qual o procedimento | qual e o processo | jeito',
  when: 'quando | quanto tempo | durante quanto tempo | por quanto tempo | qual o prazo | prazo | prazos | ate quando | desde quando | quantos dias | quantas semanas | quantos meses | em que data | que prazo | a partir de quando | demora | demoram | leva | tempo | duracao | periodo',
  policy:
    'politica | politicas | politica de privacidade | politica de | regra geral | em geral | geralmente | normalmente | habitualmente | costumam | costuma | oferecem | voces oferecem | como funciona | como e que funciona | como funciona convosco | procedimento | procedimentos | termos e condicoes | termos | regras | condicoes gerais | pratica | tem por habito | de forma geral | e habitual',
  condition:
    'se | caso | no caso de | em caso de | assim que | logo que | quando | antes de | antes que | a menos que | a nao ser que | salvo se | desde que | contanto que | depois de | ate que | sempre que | na condicao | condicao | enquanto | apos | senao | porventura | eventual*',
  suppose:
    'suponh* | supondo | imagin* | digamos | e se | o que acontece | o que acontece se | que acontece | o que aconteceria | e se eu | se um dia | mais tarde | talvez | talvez mais tarde | no futuro | futuramente | estou a pensar | estou pensando | estou a considerar | ponder* | considero | considerar | hipot* | eventualmente | penso em | em principio | teoric*',
  not: 'nao | nunca | sem | jamais | nem | nenhum | nenhuma | nada | n | de modo algum | de forma alguma | de maneira nenhuma | tampouco | exceto | excepto | impossiv* | negativo',
  noLonger:
    'ja nao | nao ~ mais | nao mais | nunca mais | deixei de | deixar de | deixou de | deixamos de | ja nao quero | nao quero mais | ja nao preciso | nao preciso mais | ja nao uso | nao uso mais | nao sou mais | ja nao sou | chega | ex cliente',
  still:
    'ainda | ainda nao | continuo | continua | continuam | ate agora | ate hoje | ate ao momento | ate a data | sem resposta | nao obtive resposta | nao recebi resposta | nao responderam | lembrete | relembr* | ja pedi | ja solicitei | ja tinha pedido | ja enviei | ja escrevi | ha semanas | ha meses | semanas atras | meses atras | faz semanas | faz meses | ha dias | novamente | pela segunda vez | pela terceira vez | volto a | reiter* | insisto | aguard* | a espera | apesar | mesmo assim',
  done: 'ja | ja esta | feito | ja feito | ja foi | ja recebi | recebi | recebemos | recebido | chegou | chegaram | resolv* | tratado | conclu* | obrigado por | obrigada por | obrigado pelo | obrigado pela | confirmado | confirmo | ja nao e necessario | esta tudo bem | finaliz* | consegui | apagado | pronto | certinho',
  reported:
    'disseram | disseram me | me disseram | disse | disse me | li | li que | ouvi | ouvi dizer | ouvi que | diz | diz que | dizem | segundo | de acordo com | conforme | consta que | esta escrito | inform* me | informaram me | me informaram | foi me dito | fui informad* | vi que | reparei | soube | soube que | aleg* | contaram me | me contaram | supost* | no vosso site',
  others:
    'amig* | colega | colegas | um cliente nosso | nosso cliente | nossos clientes | um dos nossos clientes | outra empresa | outra operadora | outro fornecedor | fornecedor anterior | meu anterior fornecedor | antiga operadora | operadora anterior | ex operadora | vizinh* | conhecid* | patrao | chefe | alguem | outra pessoa | outras pessoas | concorr* | socio | primo',
  leave:
    'deixar como esta | deixem como esta | deixem ficar | deixa estar | deixem estar | deixe como esta | mant* | fica como esta | ficar como esta | fique | fiquem | permanec* | nao e preciso | nao e necessario | nao precisa | nao precisam | nao mexam | nao mexer | nao apaguem | nao alterem | nao cancelem | nao mudem | conservar | sem alteracoes | intact* | preserv* | tal como esta | escusam de',
  me: 'eu | me | mim | meu | minha | meus | minhas | comigo | eu mesmo | eu propria | eu proprio | proprio | propria | sou | estou | tenho | pessoalmente | pessoal',
  us: 'nos | nosso | nossa | nossos | nossas | connosco | conosco | a gente | somos | estamos | temos | nossa empresa | a nossa empresa | queremos | equipa | equipe',
  number:
    'numero virtual | numeros virtuais | numero | numeros | nº | numero de telefone virtual | numero local | numero geografico | numero fixo | linha | linha telefonica | linha virtual | voip | sip | 0800 | numero verde | indicativo | ddd | numero internacional | numeracao | 800 | virtual',
  subscription:
    'subscricao | subscricoes | assinatura | assinaturas | plano | planos | pacote | pacotes | tarifario | tarifa | tarifas | contrato | contratos | mensalidade | mensalidades | mensal | anual | anuidade | fidelizacao | fidelidade | renovacao automatica | renov* | periodo contratual | vigencia | adesao | servico | modalidade',
  invoice:
    'fatura | faturas | factura | facturas | recibo | recibos | nota fiscal | nota de credito | notas de credito | comprovativo | comprovante | comprovativo de pagamento | extrato | fatura recibo | nf | nfe | boleto | segunda via da fatura | faturacao | faturamento | contabilidade | contabilista | nota de debito | proforma | nota',
  document:
    'contrato | contratos | certificado | certificados | certidao | orcamento | orcamentos | proposta | propostas | formulario | formularios | manual | manuais | documento | documentos | anexo | em anexo | declaracao | impresso | termos | pdf | guia | minuta | acordo | contrato de tratamento',
  login:
    'senha | senhas | palavra passe | password | palavra chave | login | iniciar sessao | inicio de sessao | entrar na conta | entrar | acesso | aceder | acessar | codigo de acesso | codigo | codigo de verificacao | autentic* | dois fatores | dois factores | duas etapas | 2fa | pin | recuperar senha | redefinir | esqueci a senha | esqueci me da palavra passe | repor a palavra passe | reset | credenci*',
  app: 'aplicacao | aplicacoes | aplicativo | aplicativos | app | apps | site | sitio | website | pagina | portal | botao | botoes | ecra | tela | menu | painel | link | navegador | browser | internet | area de cliente | plataforma | android | iphone | ios | software | clicar',
  setting:
    'reencaminh* | encaminhamento | desvio | desvio de chamadas | redirecion* | redireccion* | voicemail | correio de voz | caixa postal | caixa de mensagens | saudacao | mensagem de boas vindas | mensagem de voz | menu de voz | atendimento automatico | ura | ivr | horario | horarios | horario de funcionamento | identificacao de chamadas | identificador de chamadas | definic* | configur* | central | pbx | extensao | ramal | fila de espera | musica de espera | softphone',
  porting:
    'portabilidade | portabilidade numerica | portabilidade do numero | portar | portar o numero | porte | portado | portacao | transferir o numero | transferencia do numero | transferir numero | levar o numero | manter o numero | manter o meu numero | mudar de operadora | mudanca de operadora | trocar de operadora | outra operadora | cvp | codigo de validacao | migr* | trazer o numero | operadora',
  sms: 'sms | mensagem de texto | mensagens de texto | torpedo* | codigo de verificacao | codigos de verificacao | codigo sms | codigo por sms | receber sms | enviar sms | nao recebo sms | codigo de confirmacao | mensagem escrita | mensagens escritas | whatsapp | otp | verificacao | mms | codigo',
  fault:
    'nao funciona | nao funcionam | nao esta a funcionar | nao esta funcionando | deixou de funcionar | parou de funcionar | avari* | falha | falhas | falhou | problema | problemas | erro | mensagem de erro | bug | em baixo | fora do ar | caiu | quebrad* | estragad* | sem som | sem sinal | sem rede | sem servico | nao consigo ligar | nao consigo | nao da | nao toca | nao ouco | nao se ouve | ma qualidade | interrup* | cai | caem | cortes | eco | ruido | travou | travand* | lento | indispon* | defeito* | pane',
  sales:
    'preco | precos | orcamento | cotacao | proposta | quanto custa | quanto custam | quanto e | valores | oferta | comprar | adquirir | contratar | interess* | tenho interesse | demo | demonstracao | apresentacao | experiment* | periodo experimental | teste gratis | teste | desconto | tabela de precos | tarifas | tarifario | planos | novo cliente | gostaria de saber o preco',
  supplier:
    'nossos servicos | os nossos servicos | oferecemos | oferecemos lhe | propomos | parceria | parcerias | colaboracao | fornecemos | somos uma empresa | nossa empresa | a nossa solucao | nossas solucoes | solucoes | seo | prazo de pagamento | condicoes de pagamento | fatura vencida | vencid* | vencimento | em atraso | em divida | divida | pagamento em atraso | inadimpl* | cobranca | aviso de cobranca | agendar uma reuniao | reuniao | leads | especializ* | aumentar as vendas | apresentar | nossos produtos',
  job: 'candidat* | vaga | vagas | emprego | empregos | trabalho | trabalhar convosco | curriculo | curriculum | cv | estagio | estagiari* | recrut* | oferta de emprego | carta de apresentacao | carta de motivacao | entrevista | contratacao | cargo | experiencia profissional | carreira | recursos humanos',
  swindle:
    'clique aqui | clica aqui | clique no link | clique | verifique a sua conta | verifique sua conta | confirme os seus dados | confirme seus dados | atualize os seus dados | premio | ganhou | ganhador | vencedor | sorteio | lotaria | loteria | heranca | urgente | acao urgente | acao imediata | conta suspensa | suspensa | suspenso | foi suspensa | sera bloqueada | bloquead* | expira | expirou | ultimo aviso | parabens | bitcoin | cripto* | milhoes | atividade suspeita | acesso nao autorizado | encomenda retida | taxa alfandegaria | 24 horas',
  complaint:
    'reclam* | queixa | queixas | livro de reclamacoes | procon | reclame aqui | deco | insatisf* | descontent* | desiludid* | desilusao | desapont* | decepcion* | decepcao | indign* | revolt* | vergonha | vergonhos* | escandalo | escandalos* | inadmiss* | inaceit* | inacredit* | absurdo | pessimo | pessima | horrivel | falta de respeito | desrespeit* | furios* | farto | farta | burla | burloes | golpe | palhacada | ladroes | roubo | lament*',
  absence:
    'ausencia | ausent* | fora do escritorio | out of office | ferias | de ferias | resposta automatica | mensagem automatica | licenca | licenca de maternidade | baixa medica | atestado | regresso | regresso a | regressarei | volto | voltarei | retorno | estarei de volta | estarei fora | estou fora | acesso limitado | indispon* | em caso de urgencia | feriado | viagem',
  thanks:
    'obrigado | obrigada | obrigados | obg | obgd | muito obrigado | muito obrigada | agradec* | grato | grata | gratos | gratidao | valeu | brigad* | excelente | otimo | optimo | otima | fantastic* | maravilh* | parabens | impecav* | espetacular | satisfeit* | elogi* | top | perfeito | 5 estrelas | bom trabalho',
  greeting:
    'ola | oi | bom dia | boa tarde | boa noite | caro | cara | caros | prezad* | exmo | exma | exmos | exmas | senhor | senhores | senhora | estimad* | cumprimentos | com os melhores cumprimentos | melhores cumprimentos | cumps | atenciosamente | att | atentamente | abraco | abracos | abs | beijinhos | saudacoes | cordial* | respeitosamente | viva | ate breve | bom fim de semana',
  authority:
    'policia | policial | psp | gnr | pj | judiciaria | policia judiciaria | policia federal | delegacia | delegado | tribunal | tribunais | juiz | juiza | juizo | judicial* | ministerio publico | procurador* da republica | procuradoria | promotor* | financas | autoridade tributaria | receita federal | fisco | cnpd | anpd | anacom | anatel | asae | procon | regulador* | autoridade de controlo | autoridade | agente de execucao | oficial de justica | penhora | mandado | oficio | inquerito | seguranca social | inss',
};
