import type { Lexicon } from './lexicon.ts';

/** English. */
export const english: Lexicon = {
  ask: `please | pls | plz | kindly | hereby | i request | requesting | we request | request that | my request | would you | could you | can you | can u | will you | i demand | demand | i insist | i'd appreciate | grateful if
    | i am asking | i'm asking | asking you | i ask | let me have | give me | you must | you have to | i am entitled | i'm entitled | exercise my | exercising my | asap | i require | instruct you | invoke my | on behalf of | i am cancelling | i'm cancelling | i cancel | i withdraw | i revoke | i expect | expect you | enough with`,
  want: "want | wants | would like | i'd like | we'd like | wish | need | like",
  may: "can i | could i | can we | may i | is it possible | would it be possible | am i able | is there a way | any way to | any chance | i'd be able",
  how: 'how can i | how do i | how should i | how would i | how can we | how do we | where can i | where do i | when will i | when do i | where is my | what do i do to | steps to',
  lost: "don't know how | do not know how | dont know how | not know what | don't know what | dont know what | not sure how | no idea how",
  policy: `in which situations | in what situations | which situations | what situations | what's the procedure | what is the process | how does | how do refund* | how do you | how long | how soon | how many days | what is your | what's your | what are your | do you offer | do you give | do you have | do you provide | do you allow | do you accept | do you refund | wonder* | curious | just asking
    | is it true | in general | general question | what is the | what are the | which circumstances | in what cases | in which cases | how are`,
  suppose:
    "what happens | what would happen | what will happen | will i lose | do i lose | would i lose | suppose | hypothetically | let's say | am i then",
  condition:
    'if | before i | before we | in case | unless | whether | when i | should i | once i | in the event | provided that | assuming',
  told: 'told me | told us | friend | colleague | says that | said that | i read | i heard | heard that | according to your | your website | your site | my client wants | our customer* | one of our customers | one of our clients | our users',
  done: 'thanks for the | thank you for the | thanks for my | thanks for refunding | thank you for refunding | thanks for changing | thanks for updating | thanks for deleting | thank you for deleting | thank you for updating | already received | have received | has arrived | just received | came through | all sorted | has been resolved',
  not: "not | don't | dont | never | no | doesn't | didn't | won't | without | isn't | wasn't | needn't | do n't",
  notAfter: 'not',
  stillNot:
    "not yet | still not | still no | still haven't | still hasn't | haven't ~ yet | hasn't ~ yet | have not ~ yet | why ~ not | why haven't | why hasn't | why didn't | not only | not just | no longer | not anymore | no answer | no reply | no response | if possible | if not | if you can | without delay | without undue | no questions | nothing has arrived | not arrived | never arrived | nothing arrived | not working | doesn't work | didn't work | never worked | not work | never received | never got | didn't receive | did not receive",
  unable:
    "cannot | can't | cant | can not | unable to | not able to | no option | no button | can't find | couldn't | could not | impossible to | fails",
  my: 'my | me | mine | our | us | myself',
  your: 'your | ur',
  noise: `moved to another provider | moved to another carrier | moved to a different provider | move to another provider | refund policy | refunds policy | refund manager | refunds manager | refund department | refunds department | refund team | refunds team | refund specialist | refund guarantee | money back guarantee | money back policy | reimbursement policy | refunds and returns policy | return policy | head of refunds | refund form | refund terms
    | delete this e mail | delete this email | delete this message | delete this mail | delete it | delete the message | delete the e mail | delete the email | delete all copies | destroy this | remove this e mail | delete the original
    | chargeback* | charge back* | dispute with my bank | bank ~ dispute | privacy policy | data plan | mobile data | data bundle | data center | data centre | datacenter | data cap | data usage | data roaming | roaming data | access point | data protection officer | data deletion officer
    | account manager | change manager | deletion manager | change management | copywriter | update your | confirm your | verify your | what information do you need | what data do you need | what details do you need | which documents | web address | ip address* | mac address* | email template | domain name | file name | user name | username | host name
    | your account | your data | our database | opt out link | click here | click ~ unsubscribe | unsubscribe link | unsubscribe here | to unsubscribe | copy of passport | copy of my passport | copy of my id | copy of id | copy of my identity | api access | access to the portal | change of plan | change of number | seo | backlinks | change history`,
  title: 'head | manager | team | department | specialist | officer | director | coordinator | lead | agent | supervisor',
  disclaimer:
    'intended recipient | intended solely | received this ~ in error | received this ~ by mistake | confidential information | strictly confidential | legally privileged | not the addressee | disclaimer',

  erase:
    'delete* | deleting | deletion | delet | delte | dellete | erase* | erasing | erasure | remov* | purge* | wipe* | destroy* | scrub | expunge* | get rid of | take ~ off | take ~ down',
  close: 'close | closing | closed | closure | terminat* | deactivat* | cancel* | shut ~ down | discontinue',
  account: 'account* | acount | accout | acct | profile | *account',
  data: 'my calls | my chats | our calls | my messages | personal data | data | personal information | my information | my info | information about me | information on me | information concerning me | information you hold | information you have | my details | personal details | my record | my records | records about me | everything you have | everything about me | all you have | me from | us from | from your system* | from your database* | from your record* | from your file* | call log* | call record* | call history | call recording* | my logs | my recordings | all info | all the info | the info | my file | everything | information ~ about me | information ~ on me | info ~ on me | info ~ about me | cdr | cdrs | my history',
  forget:
    'nothing of mine | nothing of me | nothing about me | trace of me | forget me | forget i was | forget about me | forget that i | be forgotten | right to erasure | right to deletion | right of erasure | deletion request | erasure request | data deletion request | gdpr delete | gdpr deletion | gdpr erasure | no trace of me',
  keep: 'keep* | keeping | hold | holding | held | store | stored | storing | retain* | retaining | collect | collected',
  have: 'have | got',
  copy: 'copy | send | see everything | see all | copies | access to | provide | export* | extract | send me | send us | sending me | overview | disclose | download | transfer | hand over | transcript | receive my data | receive my personal | receive all my | receive a copy',
  which:
    'what data | which data | what information | which information | what personal | which personal | what info | what do you know | what you know | what do you have on | what do you have about | what you have on | what you have about | what do you hold | everything you know | everything you have | all the information you | all information you | all the data you | all data you | what you hold',
  aboutMe: 'about me | on me | concerning me | relating to me | regarding me | about us | on us | about myself | of mine | related to me',
  access:
    'subject access* | dsar | sar | data access request | data request | access request | right of access | right to access | data portability | right to portability | gdpr access | copy of my data | copy of my personal data | copy of all my data',
  paper:
    'invoice* | receipt* | contract* | bill | bills | quote | quotation | statement* | agreement | manual | brochure | price list | certificate | terms',

  refund:
    'put the money back | for my money | return my funds | my funds back | recover my payment | refund* | re fund | refud | refound | reund | money back | amount back | full amount back | payment back | returned to my card | back on my card | back on my account | my money ~ back | give me my money | want my money | where is my money | return my money | cash back | pay me back | paid back | pay back | reimburs* | get back the | give back | want ~ back | return my payment | return the money',
  withdraw:
    'changed my mind | send it back | undo | reverse | withdraw | withdrawing | withdrawal | cancel* | revoke | rescind* | cooling off | return',
  order: 'order | orders | purchase | contract of sale | ordered',
  payOut: 'pay out | payout | paid out | back | returned | transfer* | withdraw | cash out',
  balance: 'balance | credit | prepaid | top up | topup | deposit',

  alter:
    'fix it | change it | correct it | change* | changing | updat* | correct my | correct the | correct our | correcting | corrected | correction* | amend* | modif* | edit | edited | editing | rectif* | fix my | fix the | replace* | put ~ in the name | switch my | alter* | should be | should read | is now | are now | out of date | outdated | from now on | set ~ to | chnage | cahnge',
  field:
    'address | addresses | adress | billing address | name | surname | last name | first name | company name | business name | e mail | email | e mails | email* | phone number | telephone number | mobile number | contact number | contact details | contact information | contact person | vat | vat number | tax id | personal details | personal data | personal information | account details | my details | my detail | our details | residence details | company details | billing details | account holder | account information | bank details | bank account | iban | date of birth | birthday | gender | title | my data | my info | my profile',
  moved:
    "i moved | we moved | have moved | i've moved | we've moved | i am moving | we are moving | new address | different e mail* | different address | new e mail* | new email* | new phone number | new name | new company name | misspelled | misspelt | mis spelled | spelled wrong | spelt wrong | spelled incorrectly | wrong name | typo in my | typo in our | got married | maiden name | address is wrong | address is incorrect | name is wrong | name is incorrect | details are wrong | details are incorrect | no longer live | changed our name | changed my name | changed my e mail | changed my email | change of address | address change | name change | has changed to",
  setting:
    'password* | passcode | forward* | call forwarding | voicemail* | greeting | menu | ivr | sip* | trunk* | pin | queue | opening hours | business hours | plan | subscription* | package | tariff | caller id | callerid | extension* | webhook* | api | dns | apn | esim | routing | destination | ringtone | ring group | hold music | language | time zone | theme | ip',

  oppose:
    'not agree | never agreed | disagree | may no longer | no longer use | object | i object | objecting | objection | oppose | opposing',
  processing: 'process | processing | marketing | profiling | newsletter* | personal data | my data | advertis* | promotional',
  trace:
    'charged twice | double charged | charged me twice | overcharged | paid twice | full amount | compensation | compensate | credit note | wrongly charged | no longer a customer | not a customer any* | privacy | never agreed | never consented | trace of | data protection | promised ~ refund | personal file | identity',
  optOut:
    "withdraw ~ consent | withdrawing ~ consent | revoke ~ consent | revoking ~ consent | consent ~ withdrawn | restrict ~ processing | restriction of processing | restriction of the processing | stop processing | stop using my | stop ~ marketing | stop sending | stop emailing | stop mailing | stop contacting | stop spamming | do not sell | don't sell | don't contact me | do not contact me | opt out | opt me out | unsubscribe | no more marketing | no more emails | no more newsletters | no marketing | take me off | remove me from ~ list | remove me from ~ mailing* | remove ~ from ~ mailing list | right to object | no longer wish to receive | don't want ~ newsletter* | do not want ~ newsletter* | don't want ~ marketing | do not want ~ marketing",
};
