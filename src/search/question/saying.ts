/** The forms of saying and thinking that a question puts after "who", or after its subject. */
export const SAYING = new Set(
  `accus add admit advis affirm allege announc answer appeal argu ask assert believ blam boast brag call caution cite
  claim comment compar complain conced conclud condemn confirm critic deni denounc describ declar defend demand disput
  emphas endors estim expect explain express feel guess hint hope imagin impli insist joke mention note object offer
  opin oppos pledg point prais predict promis propos prais quot react recal recommend refer regard reject remark repli
  report request respond reveal say shout speak state stress suggest support talk tell testifi think threaten tweet
  underlin urg vow wait want warn wonder worri write yell`.split(/\s+/u),
);

/** Verbs that stand before the subject of a question. */
export const HELPING = new Set(
  `did do does has have had is are was were would will can could should may might didnt doesnt dont hasnt havent hadnt isnt
    arent wasnt werent wouldnt wont cant couldnt shouldnt`.split(/\s+/u),
);

/** Nouns for what somebody says, after their name ("Saadon's view of …", "the minister's reaction"). */
export const UTTERANCES =
  /^(?:advice|answers?|argument|attitude|claims?|comments?|complaints?|critici[sz]ms?|explanation|feelings?|message|opinions?|perspective|pledge|position|prediction|promise|quotes?|quotations?|reactions?|remarks?|reply|response|speech|stance|statements?|testimony|thoughts?|views?|warning|words)$/u;

/** … of them, those that ask for somebody's words wherever they stand ("Saadon quotes"). */
export const QUOTES = /^(?:comments?|quotes?|quotations?|reactions?|remarks?|statements?)$/u;
