/** Which words of a role what somebody is called may stand for: "the lawmaker" for a senator, "the leader" for a president. */
const CALLINGS = new Map<string, readonly string[]>();

function enter(heads: string, ...roles: readonly string[]): void {
  const all = [...new Set([...heads.split(' '), ...roles.flatMap((r) => r.split(/\s+/u))])];
  for (const head of heads.split(' ')) CALLINGS.set(head, all);
}
const CONGRESS = 'senator sen sens representative rep reps congressman congresswoman';
const CHAMBERS = `${CONGRESS} legislator lawmaker assemblyman assemblywoman parliamentarian mp`;
const RULERS =
  'president premier chancellor king queen emperor emir sultan ayatollah dictator strongman ruler';
const RUNNING = 'candidate nominee contender hopeful frontrunner front-runner standard-bearer challenger';
enter('leader ruler strongman', RULERS, 'leader');
enter('lawmaker legislator', CHAMBERS);
enter('senator', 'sen sens');
enter('congressman congresswoman representative', 'rep reps representative congressman congresswoman');
enter('governor', 'gov govs');
enter('premier', 'minister');
enter(RUNNING);
enter('politician', CHAMBERS, RUNNING, 'president governor gov mayor councilman');
enter(
  'businessman businesswoman entrepreneur billionaire millionaire mogul tycoon magnate developer',
  'businessperson',
);
enter('actor actress', 'star comedian singer');
enter('singer musician rapper', 'star songwriter guitarist pianist');
enter('star', 'actor actress singer rapper musician comedian');
enter('spokesman spokeswoman spokesperson', 'spox');
enter('lawyer attorney', 'counsel solicitor barrister');
enter('professor academic scholar', 'prof lecturer historian economist');
enter('general', 'gen');

/** The words of roles that fit a noun for a person; itself at least. */
export function callingsOf(noun: string): readonly string[] {
  return CALLINGS.get(noun) ?? [noun];
}
