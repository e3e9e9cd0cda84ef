package io.rakegate.policy.code;

import io.rakegate.policy.ruby.RubyNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Recognises values whose names say that they identify a person or open a door. */
public final class PersonalData {

    private static final Set<String> NAMES = Words.setOf("""
            ssn social_security_number icn edipi email email_address e_mail first_name last_name middle_name full_name
            full_name_normalized maiden_name given_name family_name birth_date birthdate date_of_birth dob phone
            phone_number mobile_phone home_phone address street street_address address_line1 address_line_1 address1
            mailing_address residential_address file_number va_file_number birls_id participant_id password token
            access_token refresh_token api_key secret secret_key private_key original_filename
            """);
    private static final Set<String> ENDINGS = Set.of("ssn", "icn", "edipi", "email", "password", "dob", "birthdate");
    private static final Set<String> WHOLE_RECORDS = Set.of("inspect", "attributes", "to_json", "as_json", "to_h");
    private static final Set<String> HARMLESS = Words.setOf("""
            count size length any? none? present? blank? nil? empty? zero? positive? uniq? valid? hexdigest digest
            gsub sub tr hash mask masked redact redacted filter anonymize include? match? == class keys
            """);

    private PersonalData() {}

    /** The first such name in what a call writes; empty if there is none. */
    public static Optional<String> in(Call output, RakeCode code) {
        return output.arguments().stream()
                .flatMap(RubyNode::tree)
                .filter(node -> isPersonal(node, code) && !isMadeHarmless(node, output.node()))
                .map(PersonalData::label)
                .findFirst();
    }

    private static String label(RubyNode node) {
        String name = Words.name(node);
        return node.is("call") ? node.childText("method") : name == null ? node.text() : name;
    }

    private static boolean isPersonal(RubyNode node, RakeCode code) {
        return switch (node.type()) {
            case "call" -> isName(node.childText("method")) || printsARecord(node);
            case "identifier", "instance_variable" -> !"method".equals(node.field()) && holdsPersonalData(node, code);
            case "element_reference" ->
                node.children().stream().skip(1).map(Words::name).anyMatch(name -> name != null && isName(name));
            default -> false;
        };
    }

    /** Goes by what was assigned to a variable, and by its name where that is not in the file. */
    private static boolean holdsPersonalData(RubyNode variable, RakeCode code) {
        RubyNode value = code.valueOf(variable);
        if (value == null || !value.is("call", "element_reference")) {
            return isName(variable.text().replace("@", ""));
        }
        return value.is("call") ? isName(value.childText("method")) : isPersonal(value, code);
    }

    private static boolean isName(String name) {
        List<String> words = Words.of(name);
        boolean ends = words.size() > 1 && ENDINGS.contains(words.get(words.size() - 1));
        return NAMES.contains(name.toLowerCase(Locale.ROOT)) || ends;
    }

    /** {@code user.inspect}: a person's record with everything in it. */
    private static boolean printsARecord(RubyNode call) {
        RubyNode receiver = call.child("receiver");
        return WHOLE_RECORDS.contains(call.childText("method"))
                && receiver != null
                && Words.of(receiver.is("call") ? receiver.childText("method") : receiver.text()).stream()
                        .anyMatch(
                                Set.of(
                                        "user",
                                        "veteran",
                                        "person",
                                        "profile",
                                        "account",
                                        "claimant",
                                        "dependent",
                                        "form")::contains);
    }

    /** Whether a call around it, within the output, leaves nothing of the value. */
    private static boolean isMadeHarmless(RubyNode node, RubyNode output) {
        return node.ancestors()
                .takeWhile(at -> at != output)
                .anyMatch(at -> (at.is("call") && HARMLESS.contains(at.childText("method"))) || isTested(at, node));
    }

    private static boolean isTested(RubyNode at, RubyNode node) {
        RubyNode condition = at.child("condition");
        boolean compares =
                at.is("binary") && Set.of("==", "!=", ">", "<", ">=", "<=").contains(at.childText("operator"));
        return compares || (condition != null && node.isInside(condition));
    }
}
