package io.rakegate.evidence.personaldata;

import java.util.Arrays;

/**
 * The names of fields that hold personal data, found by reading backwards from where a field's name ends: {@code
 * veteran_first_name}, {@code "veteranFirstName"} and {@code Veteran First Name} all end in the same letters.
 */
final class Labels {

    static final int SSN = 1;
    static final int EDIPI = 2;
    static final int BIRTH = 4;
    static final int PHONE = 8;
    static final int NAME = 16;
    static final int ANY_NAME = 32;
    static final int PASSWORD = 64;
    static final int SECRET = 128;
    static final int ADDRESS = 256;
    static final int AUTHORIZATION = 512;
    static final int PERSON = 1024;
    static final int NAME_PART = 2048;
    private static final int HARMLESS = 1 << 30;

    /** What {@link #endingAt} says where no label ends. */
    static final long NONE = 0;

    private static final int LETTERS = 36;
    private static final int LONGEST = 48;
    private static final Labels ALL = new Labels();

    private short[][] next = new short[2][];
    private int[] meaning = new int[2];
    private int nodes = 1;

    private Labels() {
        next[0] = new short[LETTERS];
        addNumbers();
        addNames();
        addSecrets();
        addPlaces();
    }

    private void addNumbers() {
        add(SSN, """
                ssn ssns ss ssnum ssnumber ssan social socialsec socsec socialsecurity socialsecuritynumber \
                socialsecuritynum socialsecuritynbr socialsecurityno taxid taxpayerid tin itin \
                taxidentificationnumber filenumber vafilenumber""");
        add(EDIPI, """
                edipi edipis edipn edipinumber edipiid dodid dodids dodidnumber dodidno dodidnum dodnumber dodedipi \
                dodedipn edipnid dodidentifier dodserialnumber electronicdatainterchangepersonalidentifier""");
        add(BIRTH, """
                dob dobs dobdate birth birthdate birthdt birthday birthdays bday birthdates dateofbirth dateofbirths \
                birthdatestring born borndate""");
        add(PHONE, """
                phone phones phonenumber phonenumbers phonenum phoneno phonenbr telephone telephonenumber telephoneno \
                tel telno telnumber mobile mobilenumber mobileno cell cellnumber cellular fax faxnumber faxno \
                contactnumber callback callbacknumber homenumber worknumber daytimenumber eveningnumber sms smsnumber \
                msisdn phoneextended""");
    }

    private void addNames() {
        add(NAME, """
                firstname lastname middlename fullname maidenname givenname givennames familyname surname forename \
                fname lname mname firstnm lastnm middlenm nickname preferredname legalname veteranname patientname \
                claimantname spousename childname dependentname beneficiaryname applicantname \
                personname contactname customername caregivername providername fathername mothername \
                parentname guardianname nameofveteran nameofpatient nameofclaimant veteranfullname lastnames \
                firstnames fullnames middleinitial namefirst namelast namemiddle signername""");
        add(ANY_NAME, "name user");
        add(PERSON, "veteran patient claimant applicant spouse person beneficiary dependent");
        add(NAME_PART, "first last middle family given");
    }

    private void addSecrets() {
        add(PASSWORD, """
                password passwords passwd passwrd pwd passphrase passcode passworddigest encryptedpassword \
                passwordconfirmation currentpassword newpassword userpassword pgpassword dbpass userpass smtppass \
                redispass mysqlpass passcode""");
        add(SECRET, """
                token tokens secret secrets apikey apikeys secretkey secretkeybase accesskey accesskeyid \
                secretaccesskey privatekey encryptionkey signingkey signingsecret clientsecret consumersecret \
                sharedsecret accesstoken refreshtoken idtoken authtoken apitoken bearertoken sessiontoken masterkey \
                credential credentials cookie authkey licensekey webhooksecret hmackey saltkey aeskey""");
    }

    private void addPlaces() {
        add(ADDRESS, """
                addressline addressline1 addressline2 addressline3 addressone addresstwo address1 address2 addr1 addr2 \
                street street1 street2 streetaddress streetline1 streetline2 streetname homeaddress mailingaddress \
                residentialaddress residenceaddress postaladdress physicaladdress shippingaddress billingaddress""");
        add(AUTHORIZATION, "authorization proxyauthorization xauthorization");
        add(HARMLESS, """
                nexttoken pagetoken nextpagetoken continuationtoken paginationtoken synctoken cancellationtoken \
                filename classname hostname username jobname taskname queuename tablename columnname rolename \
                metricname servicename appname modelname typename""");
    }

    /**
     * The longest label whose last letter stands here.
     *
     * @return {@link #NONE}, or what {@link #meaningOf} and {@link #startOf} tell apart
     */
    static long endingAt(Window window, int last) {
        return ALL.find(window, last);
    }

    static int meaningOf(long label) {
        return (int) label;
    }

    static int startOf(long label) {
        return (int) (label >> 32);
    }

    private long find(Window window, int last) {
        int node = 0;
        long found = NONE;
        for (int i = last; last - i < LONGEST; i--) {
            char c = window.at(i);
            int letter = letterOf(c);
            if (letter < 0) {
                if (!joinsWords(c) || i == last) {
                    break;
                }
                continue;
            }
            node = next[node][letter];
            if (node == 0) {
                break;
            }
            if (meaning[node] != 0 && startsWordAt(window, i)) {
                found = ((long) i << 32) | meaning[node];
            }
        }
        return meaningOf(found) == HARMLESS ? NONE : found;
    }

    private static boolean startsWordAt(Window window, int index) {
        char before = window.at(index - 1);
        return !Chars.isLetter(before)
                || (Chars.isUpper(window.at(index)) && Chars.isLower(before))
                || window.endsPercentAt(index);
    }

    private static boolean joinsWords(char c) {
        return c == '_' || c == '-' || c == ' ' || c == '.' || c == '\'';
    }

    private static int letterOf(char c) {
        char lower = Chars.lower(c);
        if (lower >= 'a' && lower <= 'z') {
            return lower - 'a';
        }
        return Chars.isDigit(c) ? 26 + (c - '0') : -1;
    }

    private void add(int what, String labels) {
        for (String label : labels.strip().split("\\s+", -1)) {
            int node = 0;
            for (int i = label.length() - 1; i >= 0; i--) {
                node = child(node, letterOf(label.charAt(i)));
            }
            meaning[node] = what;
        }
    }

    private int child(int node, int letter) {
        if (next[node][letter] == 0) {
            if (nodes == next.length) {
                next = Arrays.copyOf(next, 2 * nodes);
                meaning = Arrays.copyOf(meaning, 2 * nodes);
            }
            next[nodes] = new short[LETTERS];
            next[node][letter] = (short) nodes++;
        }
        return next[node][letter];
    }
}
