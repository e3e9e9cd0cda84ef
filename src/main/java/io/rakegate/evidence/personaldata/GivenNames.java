package io.rakegate.evidence.personaldata;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Common given names in the United States, to tell {@code name: "Mary Smith"} from {@code name: "Submit Form"}. */
final class GivenNames {

    private static final Set<String> NAMES = Words.of("""
            aaliyah aaron abdul abigail adam adrian adriana ahmed aisha alan alana albert alberto alejandro alex
            alexander alexis ali alice alicia alina allen allison alma alyssa amanda amber amir amy ana andre
            andrea andrew angel angela angelica anita aniyah ann anna anne annie anthony antoine antonio april
            arlene armando arthur arturo asha ashley austin ava barbara barry beatrice beatriz ben benito
            benjamin bernard bertha beth betty beverly bill billy bob bobby bonnie brad bradley brandon brenda
            brent brian brianna brittany bruce bryan caleb calvin cameron carl carla carlos carmen carol
            caroline carolyn carrie casey catherine cathy cecilia cesar chad charles charlotte chen cheryl
            chester chloe chris christian christina christine christopher cindy claire clara clarence claude
            clifford clyde cody colleen connie connor corey cory courtney craig crystal curtis cynthia daisy
            dale dan dana daniel danielle danny darius darlene darrell darren dave david dawn dean deandre
            deborah debra deja demetrius denise dennis derek deshawn diana diane diego dolores don donald donna
            doris dorothy douglas duane dustin dwayne dylan earl ebony eddie edgar edith edna eduardo edward
            edwin eileen elaine eleanor elena eli elijah elizabeth ella ellen elmer emilio emily emma enrique
            eric erica erik erin ernest ernesto esperanza esther ethan ethel eugene eva evan evelyn ezekiel
            fatima felicia felix feng fernando florence floyd frances francis francisco frank franklin fred
            frederick gabriel gail gary gene george gerald gertrude gilbert gilberto gina giovanni gladys glen
            glenda glenn gloria gordon grace greg gregory guadalupe guillermo gustavo hailey hannah harold
            harriet harry harvey hassan hazel heather hector heidi helen henry herbert herman hiroshi holly hong
            howard hugh ian ibrahim ida ignacio imani irene isaac isabella isaiah ivan jack jackie jackson jacob
            jacqueline jada jaime jamal james jamie jane janet janice jared jasmin jasmine jason javier javon
            jay jean jeanette jeff jeffery jeffrey jennifer jeremy jerome jerry jesse jessica jessie jesus jill
            jim jimmy jin jing jo joan joann joanne joaquin joe joel john johnny jon jonathan jordan jorge jose
            joseph josephine joshua josue joy joyce juan juanita judith judy julia julian julie julio justin
            kamala karen karl katherine kathleen kathryn kathy katie kayla keisha keith kelly ken kenji kenneth
            kevin khalid kiara kim kimberly kristen kristin kristina kurt kwame kyle lakisha larry latisha
            latoya laura lauren laurie lawrence leah lee lei leo leon leonard leroy leslie lester leticia lewis
            liam lillian lillie linda ling lisa lloyd logan lois lorenzo lori lorraine louis louise lucas
            lucille lucy luis luke lupe lydia lynn madison mae malik manuel marc marcia marcus margaret maria
            marian marie marilyn mario marion marisol marjorie mark marlene marquis marsha marshall martha
            martin marvin mary mason mathew matthew maureen maurice max megan mei melanie melinda melissa melvin
            mercedes mia micah michael micheal michele michelle miguel mike mildred milton miriam misty mitchell
            mohamed mohammed monica morgan muhammad nancy naomi natalie natasha nathan nathaniel neil nguyen nia
            nicholas nicole nina noah norma norman olivia omar oscar padma pamela paola patrice patricia patrick
            paul paula pauline pedro peggy penny perry peter philip phillip phyllis priscilla priya quentin
            rachel rafael raj ralph ramon ramona randall randy rashad raul raven ray raymond rebecca regina
            reginald renee rhonda ricardo richard rick ricky rita robert roberta roberto robin rocio rodney
            roger rohan roland ron ronald ronnie rosa rose rosemary roy ruben ruby russell ruth ryan sally
            salvador sam samantha samuel sandra sanjay santiago sara sarah scott sean sergio seth shane shanice
            shaniqua shannon sharon shawn sheila shelly sherri sherry shirley sidney siobhan sofia soledad sonia
            sophia stacey stacy stanley stella stephanie stephen steve steven stuart sue sunil susan suzanne
            sylvia tamara tamika tammy tanisha tanya tara taylor ted teresa terrance terri terry thaddeus thelma
            theodore theresa thomas tiffany tim timothy tina todd tom tomas tommy toni tony tonya tracey tracy
            travis trevon trevor troy tyler tyrone uma valerie vanessa vera vernon veronica vicki victor
            victoria vijay vincent viola violet virginia vivian wade wallace walter wanda warren wayne wei wendy
            wesley willard william willie xavier ximena xiomara yasmin yolanda yuki yusuf yvonne zachary zainab
            zoe""");

    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}");

    private GivenNames() {}

    static boolean contains(String word) {
        String plain = Normalizer.normalize(word, Normalizer.Form.NFD);
        int joint = plain.indexOf('-');
        String first = joint > 0 ? plain.substring(0, joint) : plain;
        return NAMES.contains(ACCENTS.matcher(first).replaceAll("").toLowerCase(Locale.ROOT));
    }
}
