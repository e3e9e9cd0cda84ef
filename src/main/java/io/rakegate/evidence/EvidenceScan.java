package io.rakegate.evidence;

import static io.rakegate.evidence.EvidenceRefused.unprocessable;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** No personal data gets in: decides what is stored of a file, or refuses it with what was found, masked. */
@Component
class EvidenceScan {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceScan.class);

    private static final String FOUND = """
            Personal data or secrets stand in the file, at %s. Nothing was stored. Upload a cleaned file; or store a copy \
            in which they are masked (useRedacted=true); or, if none of it is personal data or a secret, say why, and an \
            approver decides (falseAlarmReason).""";

    private final PersonalData personalData;

    EvidenceScan(PersonalData personalData) {
        this.personalData = personalData;
    }

    /** The bytes that may be stored. */
    interface Content {
        InputStream open() throws IOException;
    }

    /**
     * What may be stored of a file, and what is said about it.
     *
     * @param result {@link Evidence.ScanResult#OVERRIDDEN} if an approver has to accept it first
     * @param found what was found in it
     */
    record Admitted(Evidence.ScanResult result, Content content, PersonalData.Found found) {

        /** The same file, with what was found in what was typed beside it; an approver has to accept that. */
        private Admitted beside(List<PersonalDataHit> typed) {
            boolean alsoInTheFile = result == Evidence.ScanResult.OVERRIDDEN;
            List<PersonalDataHit> all = new ArrayList<>(typed);
            all.addAll(alsoInTheFile ? found.hits() : List.of());
            long count = typed.size() + (alsoInTheFile ? found.count() : 0);
            return new Admitted(Evidence.ScanResult.OVERRIDDEN, content, new PersonalData.Found(all, count));
        }
    }

    /**
     * Looks at everything that was sent.
     *
     * @throws EvidenceRefused if personal data was found and neither a redacted copy nor a false alarm is asked for, if a file that cannot be
     *     searched comes without a declaration, or if the scan does not come to its end
     */
    Admitted admit(EvidenceFields fields, EvidenceFile file) throws IOException {
        // who asks for a false alarm is read by everybody, whatever becomes of the file
        refuse("falseAlarmReason", typed("falseAlarmReason", fields.falseAlarmReason()));
        List<PersonalDataHit> typed = new ArrayList<>();
        texts(fields, file.name()).forEach((field, text) -> {
            List<PersonalDataHit> hits = typed(field, text);
            if (fields.falseAlarmReason().isEmpty()) {
                refuse(field, hits);
            }
            typed.addAll(hits);
        });
        Admitted content = content(fields, file);
        return typed.isEmpty() ? content : content.beside(typed);
    }

    /** What was typed, without what the scan finds in it. */
    Typed masked(Typed typed) {
        return typed.with(personalData::redact);
    }

    private Admitted content(EvidenceFields fields, EvidenceFile file) throws IOException {
        if (!file.type().isText()) {
            return declared(fields, file);
        }
        PersonalData.Found found = found(file);
        if (found.count() == 0) {
            return new Admitted(Evidence.ScanResult.CLEAN, file.content()::getInputStream, found);
        }
        if (fields.useRedacted()) {
            return new Admitted(
                    Evidence.ScanResult.REDACTED, () -> personalData.redacted(file.text(), copyEncoding(file)), found);
        }
        if (!fields.falseAlarmReason().isEmpty()) {
            return new Admitted(Evidence.ScanResult.OVERRIDDEN, file.content()::getInputStream, found);
        }
        throw new EvidenceRefused(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "file",
                FOUND.formatted(found.count() == 1 ? "1 place" : found.count() + " places"),
                found.hits());
    }

    /** A copy has no byte order mark, and UTF-16 without one is not recognised as text. */
    private static Charset copyEncoding(EvidenceFile file) {
        Charset encoding = file.textEncoding();
        return encoding.equals(StandardCharsets.ISO_8859_1) ? encoding : StandardCharsets.UTF_8;
    }

    private static Map<String, String> texts(EvidenceFields fields, String fileName) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("command", fields.command());
        texts.put("summary", fields.summary());
        texts.put("logPointer", fields.logPointer());
        texts.put("remainderReason", fields.remainderReason());
        texts.put("zeroRowsReason", fields.zeroRowsReason());
        texts.put("file", fileName);
        return texts;
    }

    private List<PersonalDataHit> typed(String field, String text) {
        return personalData.scan(text).stream().map(hit -> hit.in(field)).toList();
    }

    private static void refuse(String field, List<PersonalDataHit> hits) {
        if (!hits.isEmpty()) {
            String what = field.equals("file") ? "The name of the file" : "This text";
            String otherwise = field.equals("falseAlarmReason")
                    ? ""
                    : " If none of it is personal data or a secret, say why, and an approver decides"
                            + " (falseAlarmReason).";
            throw new EvidenceRefused(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    field,
                    what + " holds personal data or a secret, and it is shown on the pull request. Nothing was stored."
                            + " Take it out." + otherwise,
                    hits);
        }
    }

    private static Admitted declared(EvidenceFields fields, EvidenceFile file) {
        if (!fields.declaration()) {
            throw unprocessable("declaration", """
                    A file of type %s cannot be searched for personal data. Look at it yourself, and send \
                    declaration=true if it shows none. An archive is not opened: the log itself says more.""".formatted(file.type().mediaType()));
        }
        return new Admitted(
                Evidence.ScanResult.DECLARED, file.content()::getInputStream, new PersonalData.Found(List.of(), 0));
    }

    /** Whatever goes wrong in the scan, nothing is known about the file then, so it is not taken. */
    private PersonalData.Found found(EvidenceFile file) throws IOException {
        try (Reader text = file.text()) {
            return personalData.scan(text);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | IllegalStateException broken) {
            LOG.error("The scan for personal data failed on a file of type {}", file.type(), broken);
            throw unfinished(broken);
        }
    }

    static EvidenceRefused unfinished(RuntimeException reason) {
        EvidenceRefused refused = new EvidenceRefused(HttpStatus.SERVICE_UNAVAILABLE, "file", """
                The scan for personal data did not come to its end, so that nothing is known about the file. \
                Nothing was stored. Upload the part of the log that shows the run; if it happens again, \
                tell who runs Rakegate.""");
        refused.initCause(reason);
        return refused;
    }
}
