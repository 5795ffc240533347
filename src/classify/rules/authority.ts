import type { Found, Lexicon } from './lexicon.ts';

/**
 * Demands by the police, courts, tax offices and regulators. Who writes is believed by nobody here: the answer only
 * decides that a person looks within hours instead of days.
 */
export const authorityWords: Lexicon = {
  office: `politie | *politie | recherche | opsporingsambtenaar | openbaar ministerie | officier van justitie | rechtbank | gerechtshof | fiod | belastingdienst | douane | aivd | mivd | acm | autoriteit consument | autoriteit persoonsgegevens | rijksinspectie* | agentschap telecom | gerechtsdeurwaarder | curator
    | police | law enforcement | prosecutor* | district court | crown court | high court | magistrate* | tax authority | tax office | revenue service | hmrc | irs | fbi | europol | eurojust | interpol | ofcom | financial intelligence unit | data protection authority | data protection commission* | detective | ministry of justice
    | polizei* | *polizei | landeskriminalamt | bundeskriminalamt | staatsanwaltschaft* | amtsgericht | landgericht | finanzamt | bundesnetzagentur | zollfahndung* | steuerfahndung*
    | gendarmerie | procureur | parquet | tribunal | officier de police | police judiciaire | administration fiscale | cnil | juge d instruction | policia | guardia civil | carabinieri | guardia di finanza | procura della repubblica | policja | prokuratur*`,
  demand: `vordering* | vorder | vorderen | gevorderd | bevel | bevelen | proces verbaal | strafrechtelijk onderzoek | opsporingsonderzoek | dagvaarding | verstrekking van | verstrekken van | te verstrekken | inlichtingen | informatieverzoek | derdenonderzoek | awr | verbalisant | boekenonderzoek
    | order | ordered | criminal investigation | investigation | inquiry | enquiry | disclosure | disclose | preserve | preservation | pursuant to section | under section | statutory | require you | required to provide | subscriber | information notice | formal request
    | ermittlungsverfahren | ermittlung* | anordnung | beschluss | aktenzeichen | bestandsdaten* | bestandsdatenauskunft | herausgabe | strafverfahren | ersuch*
    | requisition* | enquete | commission rogatoire | requisition* | ordonnance | identification du titulaire | droit de communication | diligencias | requerimiento | indagini | decreto di`,
  compel: `subpoena* | court order | production order | preservation order | search warrant | letters rogatory | 126n* | 126na | 126nc | 126nd | 126ng | 126ni | wetboek van strafvordering | strafvordering | gerechtelijk bevel | rechterlijk bevel | durchsuchungsbeschluss | gerichtsbeschluss | auskunftsersuchen der polizei | tkg | requisition judiciaire | commission rogatoire | mandat de perquisition`,
  citizen: `aangifte | naar de politie | ga ik naar | stap ik naar | klacht | klagen | voor de rechter | naar de rechter | report you | report this to | contact the police | go to the police | called the police | complaint | complain | take you to court | see you in court | small claims | threatened | police report
    | anzeige | beschwerde | zur polizei | beschweren | plainte | porter plainte | supervisory | toezichthoudende | aufsichtsbehorde | autorite de controle | reclamation | i will inform | gestolen | stolen | scammed | opgelicht`,
};

export type AuthorityVerdict = 'authority' | 'perhaps' | 'no';

/** Judges a whole message from its sentences' findings. `at` is the sentence that names the office or the order. */
export function judgeAuthority(sentences: readonly Found[]): { readonly verdict: AuthorityVerdict; readonly at: number } {
  const official = (found: Found) => !found.has('citizen');
  const office = sentences.findIndex((found) => found.has('office') && official(found));
  const compel = sentences.findIndex((found) => found.has('compel') && official(found));
  const demand = sentences.findIndex((found) => (found.has('demand') || found.has('compel')) && official(found) && !found.has('your'));
  if (office >= 0 && (demand >= 0 || compel >= 0)) return { verdict: 'authority', at: compel >= 0 ? compel : office };
  if (compel >= 0) return { verdict: 'perhaps', at: compel };
  return { verdict: 'no', at: -1 };
}
