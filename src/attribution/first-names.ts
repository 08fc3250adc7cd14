/**
 * Common first names, so that a capitalised phrase can be told to be a person and a pronoun can be matched to them.
 * A hint, never a condition: people with other names are found by their titles, roles and verbs.
 * @module
 */

const MALE = `aaron abdel abdul abdullah abe abraham adam adnan adolfo adrian ahmad ahmed al alan albert alberto alejandro
alec aleksandr alessandro alexander alexandre alexei alfonso alfred alfredo ali allan allen alvin amir anatoly anders andre
andreas andrei andres andrew andrzej andy angelo anthony anton antonio antony archie arjun arnold art arthur arturo asad
ashraf austin avi axel barack barry bart bashar ben benedict benito benjamin bernard bernie bert bilal bill billy bob
bobby boris brad bradley brandon brendan brent brett brian bruce bruno bryan bryant byron caleb calvin carl carlo carlos
cesar chad charles charlie chester chet chris christian christoph christopher chuck clarence clark claude clay clayton
clifford clint clyde cody colin conor conrad corey cory craig curt curtis cyril cyrus dale damian damien damon dan
daniel danny dario darrell darren darryl daryl dave david davis dean dennis denny derek derrick desmond devin dexter diego
dieter dirk dmitri dmitry don donald donnie doug douglas drew duane duncan dustin dwayne dwight dylan earl ed eddie edgar
edmund eduardo edward edwin eli elias elijah eliot elliot elliott elmer elon emanuel emil emilio emmanuel enrique eric erick
erik ernest ernesto ernie ethan eugene evan evgeny ezra fabian fadi faisal farid felipe felix ferdinand fernando fidel
floyd francesco francis francisco franco francois frank frankie franklin franz fred freddie frederic frederick fritz gabriel
garrett garry gary gavin gene geoff geoffrey george georgi gerald gerard gerhard gilbert giovanni giuseppe glen glenn gordon
graham grant greg gregg gregory guido guillermo gus gustavo guy hadi haider hakeem hakim hamid hamza hank hans harold harrison
harry harvey hasan hashim hassan hector heinrich helmut henri henrik henry herb herbert herman hiroshi horacio howard hubert
hugh hugo humberto hussein hussain ian ibrahim ignacio igor imran irving isaac isaiah ismail ivan jack jackson jacob jacques
jaime jake jamal james jamie jan jared jason javier jay jean-claude jeb jed jeff jefferson jeffrey jeremiah jeremy jermaine
jerome jerry jesse jesus jim jimmy joachim joaquin jochen joe joel joey johan johann johannes john johnnie johnny jon jonah
jonas jonathan jordan jorge jose joseph josh joshua juan juergen julian julien julio julius jun justin kai kamal kareem karim
karl keith ken kenneth kenny kent kevin khaled khalid kieran kirk klaus konstantin kristian kurt kyle lamar lance larry lars
laurence laurent lawrence lee leo leon leonard leonardo leonid leroy les leslie lester lewis liam lionel lloyd lorenzo lou
louis luca lucas luigi luis lukas luke luther mahmoud malcolm malik manny manuel marc marcel marcelo marco marcos marcus mario
mark markus marshall martin marty marvin massimo mateo matt matteo matthew matthias matti maurice mauricio max maximilian
maxwell mehdi mehmet mel melvin michael michel miguel mike mikhail miles milo milton mitch mitchell mitt moe mohamed mohammad
mohammed mohsen moises morgan morris moses muhammad murray mustafa myron naji nasser nate nathan nathaniel neal ned
neil nelson newt nicholas nick nico nicolas nigel nikolai nils noah noel norbert norm norman oleg oliver olivier omar
orlando oscar osama otto owen pablo paolo pascal patrick paul paulo pavel pedro pepe percy pete peter phil philip philippe
phillip pierre prakash pranav preston qasim quentin rafael rahul raj rajesh ralph ramiro ramon randall randy rashid raul ravi
ray raymond reginald rene rex ricardo rich richard rick ricky rob robbie robert roberto robin rod roderick rodney
rodolfo rodrigo roger roland rolf roman romeo ron ronald ronnie rory ross roy ruben rudolf rudy rufus rupert russ russell ryan
saad sadiq salim salman salvador salvatore sam samir sammy samuel sanjay santiago saul scott sean sebastian serge sergei
sergey sergio seth shane shaun shawn sheldon sid sidney silvio simon solomon spencer stan stanley stefan stephan stephen
sterling steve steven stewart stuart sven syed tariq ted terence terrence terry thaddeus theo theodore thomas tim timothy
tobias toby todd tom tomas tommy tony trent trevor tristan troy tucker tyler tyrone umar vaclav valery vance vernon victor
vicente viktor vince vincent vincenzo virgil vitaly vladimir wade wallace wally walt walter warren wayne wendell werner wesley
wilbur wilfred wilhelm will willard william willie wolfgang woody xavier yasser yitzhak youssef yuri yusuf zachary zack zaid
ziad zoltan`;

const FEMALE = `abby abigail ada adela adele adriana agatha agnes aida aisha alejandra alexa alexandra alexis alice alicia
alina alison allison alma alyssa amal amanda amber amelia amina amira amy ana anastasia andrea angel angela angelica angelina
angie anita ann anna annabel anne annette annie antonia april ariana arianna ashley astrid audrey ava ayesha barbara
beatrice beatriz becky belinda bella bernadette beth bethany betsy betty beverly bianca blanca bonnie brenda brianna bridget
brigitte brittany brooke camila camille candace candice carla carly carmen carol carole carolina caroline carolyn carrie
cassandra cassie catalina catherine cathy cecile cecilia celeste celia celine charlene charlotte chelsea cheryl chiara
christa christina christine chloe cindy claire clara clarissa claudia colleen connie constance consuelo cora corinne courtney
cristina crystal cynthia dagmar daisy dalia dana danielle daphne daria darlene dawn debbie deborah debra deirdre delia delores
denise diana diane dianne dina dolores dominique donna dora doris dorothy edith edna eileen elaine eleanor elena elisa elisabeth
elise eliza elizabeth ella ellen elsa elsie elvira emilia emily emma erica erika erin esmeralda esperanza estelle esther ethel
eugenia eva evangelina eve evelyn faith fatima fatma felicia fiona flora florence frances francesca freya frida gabriela
gabrielle gail genevieve georgia georgina geraldine gertrude gina ginger giulia gladys gloria grace greta gretchen
guadalupe gwen gwendolyn hala hanna hannah harriet hayley hazel heather heidi helen helena helga henrietta hilary hillary
holly hope ida ileana ilse imelda ina ines inez ingrid irene irina iris irma isabel isabella isabelle ivana ivy
jacqueline jackie jane janet janice janine jasmine jean jeanette jeanne jen jenna jennifer jenny jessica jessie jill jo joan
joanna joanne jocelyn jodi josefina josephine joy joyce juanita judith judy julia juliana julianne julie juliet june justine
kaitlyn kamala kara karen karin karla kate katerina katharine katherine kathleen kathryn kathy katie katrina kay kayla keisha
kellie kelly kendra kerry kim kimberly kirsten kirstie krista kristen kristin kristina kristine kylie lana lara larisa
latasha laura lauren laurie layla lea leah leila lena leticia lidia lila lillian lily lina linda lindsay lisa liv liz
liza lizzie lois lola loretta lori lorraine louisa louise lucia lucille lucinda lucy luisa lupita lydia lynda lynn lynne mabel
madeleine madeline mae maggie malala mandy manuela mara marcela marcia margaret margarita margot maria mariam marian mariana
marianne marie marilyn marina marion marisa marjorie marlene marta martha martina mary maryam matilda maud maura maureen maxine
maya meg megan meghan melanie melinda melissa mercedes meredith mia michaela michele michelle mildred milena mina
minnie miranda miriam mitzi molly mona monica monika monique muriel myra myrtle nadia nadine nancy naomi natalia natalie natasha
nellie nicole nina noelle noor nora noreen norma odessa olga olive olivia paige pam pamela patricia patsy patty paula
pauline pearl peggy penelope penny petra phoebe phyllis pilar polly priscilla priya rachel ramona rania raquel rebecca regina
renata renee rhoda rhonda rita roberta rochelle rosa rosalie rosalind rosario rose rosemary roxanne ruby ruth sabina sabine
sabrina sadie sally salma samantha sandra sandy sara sarah sasha savannah selena selma shannon sharon shauna sheila
shelley shelly sheri sherry shirley silvia simone sofia sonia sonja sophia sophie stacey stacy stella stephanie sue summer susan
susana susanna susanne susie suzanne svetlana sybil sylvia tabitha tamara tammy tanya tara tatiana teresa teri tessa thelma
theresa therese tiffany tina toni tonya tracey traci tricia trina trudy ulrike ursula valentina valeria valerie vanessa vera
verna veronica vicki vicky victoria viola violet virginia vivian viviana wanda wendy whitney wilma winifred xiomara yasmin
yolanda yoko yvette yvonne zainab zeinab zelda zoe`;

/** First names of either gender. */
const EITHER = `alex lindsey lindsay avery bailey blake cameron carey casey chandra charley dakota darcy devon dominique drew elliott emerson
frances gale harper hayden hunter jaden jessie jordan kelly kendall kerry lane leslie logan loren marley marion morgan parker
pat peyton quinn reese riley robin rowan sage sam sandy sasha shannon sidney skyler stacy sydney taylor terry tracy val
whitney angel jan jean jamie jackie lee lynn andrea michele ashley courtney dana kim alexis`;

const either = new Set(EITHER.split(/\s+/u));
const male = new Set(MALE.split(/\s+/u));
const female = new Set(FEMALE.split(/\s+/u));

/** The gender that a first name nearly always has; null where it says nothing. */
export function genderOfFirstName(name: string): 'female' | 'male' | null {
  const key = keyOf(name);
  if (either.has(key) || (male.has(key) && female.has(key))) return null;
  if (male.has(key)) return 'male';
  return female.has(key) ? 'female' : null;
}

/** True for a common first name. */
export function isFirstName(name: string): boolean {
  const key = keyOf(name);
  return male.has(key) || female.has(key) || either.has(key);
}

/** Without accents; of a double name ("Ana-Lucía") the first. */
function keyOf(name: string): string {
  const lower = name.toLowerCase();
  if (/^[a-z]*$/u.test(lower)) return lower;
  const key = lower.normalize('NFD').replace(/\p{M}/gu, '');
  return male.has(key) || female.has(key) ? key : key.replace(/-.*$/u, '');
}

/** Women's first names that quarters and cities have too. */
const ALSO_PLACE =
  /^(?:Adelaide|Alexandria|Asia|Brooklyn|Chelsea|Eden|Elizabeth|Florence|Helena|Lourdes|Madison|Odessa|Paris|Petra|Regina|Savannah|Sofia|Sydney|Valencia|Victoria)$/u;

/** True for a first name that is often a place's. */
export function isAlsoPlace(name: string): boolean {
  return ALSO_PLACE.test(name);
}
