import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PushbackInputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Verifies an audit bundle of Rakegate, offline, with nothing but a JDK (17 or later):
 *
 * <pre>java Verify.java BUNDLE [KEY]</pre>
 *
 * BUNDLE is the zip as it was downloaded, or the folder it was unpacked into. KEY is what you trust: a file with the
 * public key in PEM form, or its fingerprint (sha256:...). Without KEY the bundle is checked against the key inside it,
 * which proves that its parts belong together, and not yet who made it: compare the fingerprint that is printed.
 *
 * Exit status: 0 nothing was changed; 1 something was, and is named; 2 the check could not be made.
 */
public final class Verify {

    private static final int SAME = 0;
    private static final int DIFFERENT = 1;
    private static final int NOT_CHECKED = 2;

    private static final String STATEMENT = "manifest.json";
    private static final String ENVELOPE = "manifest.dsse.json";
    private static final String EVENTS = "events.jsonl";
    private static final String HASHES = "events.sha256";
    private static final String EVIDENCE = "evidence.jsonl";
    private static final String KEY = "public-key.pem";
    private static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";
    private static final String STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
    private static final String PREDICATE_TYPE = "urn:rakegate:audit-bundle:v1";
    private static final String START = "0".repeat(64);
    private static final int MOST_SHOWN = 100;

    private final PrintStream out;
    private final Set<String> differences = new LinkedHashSet<>();

    private Verify(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    /** The whole program, for whoever has compiled it. */
    public static int run(String[] arguments, PrintStream out) {
        if (arguments.length < 1 || arguments.length > 2) {
            out.println("Usage: java Verify.java BUNDLE [KEY]");
            out.println("BUNDLE: the zip, or the folder it was unpacked into");
            out.println("KEY: a file with the public key, or its fingerprint sha256:...");
            return NOT_CHECKED;
        }
        Path place = Path.of(arguments[0]);
        if (!Files.exists(place)) {
            out.println("There is no " + place);
            return NOT_CHECKED;
        }
        Verify verify = new Verify(out);
        try {
            Trusted trusted = arguments.length == 2 ? Trusted.read(arguments[1]) : new Trusted(null, null);
            if (Files.isDirectory(place)) {
                verify.check(new Folder(place), trusted);
            } else {
                verify.checkZip(place, trusted);
            }
        } catch (Unusable unusable) {
            out.println("Not checked: " + unusable.getMessage());
            return NOT_CHECKED;
        } catch (IOException unreadable) {
            out.println("Not checked: " + place + " cannot be read" + reason(unreadable));
            return NOT_CHECKED;
        }
        return verify.verdict();
    }

    private int verdict() {
        out.println();
        if (differences.isEmpty()) {
            out.println("NOTHING WAS CHANGED: every event and every file is what was signed.");
            return SAME;
        }
        out.println("SOMETHING WAS CHANGED (" + differences.size() + "):");
        differences.stream().limit(MOST_SHOWN).forEach(difference -> out.println("  - " + difference));
        if (differences.size() > MOST_SHOWN) {
            out.println("  - and " + (differences.size() - MOST_SHOWN) + " more");
        }
        return DIFFERENT;
    }

    private void differs(String sentence) {
        differences.add(sentence);
    }

    private void checkZip(Path file, Trusted trusted) throws IOException, Unusable {
        out.println("SHA-256 of the zip: " + sha256(Files.newInputStream(file)));
        boolean asWritten = true;
        try {
            Container.check(file);
        } catch (Broken broken) {
            asWritten = false;
            differs(file.getFileName() + " was changed around the files inside it: " + broken.getMessage());
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            check(new Zipped(zip), trusted);
        } catch (IOException damaged) {
            // a zip that is as it was written, and whose bytes could all be read, does not fail for what is in it
            if (asWritten) {
                throw damaged;
            }
            differs(file.getFileName() + " is no whole zip any more" + reason(damaged));
        }
    }

    private static String reason(IOException damaged) {
        return damaged.getMessage() == null ? "" : ": " + damaged.getMessage();
    }

    // ---- what is signed -------------------------------------------------------------------------------------------

    private void check(Source source, Trusted trusted) throws IOException, Unusable {
        PublicKey key = keyFor(source, trusted);
        byte[] signed = signedStatement(source, key);
        try {
            Signed statement = Signed.read(Json.object(text(signed)));
            describe(statement, key);
            checkStatement(statement, key);
            Map<String, Found> files = checkFiles(source, statement);
            checkEvents(source, statement, files);
            checkEvidence(source, statement, files);
        } catch (Broken broken) {
            differs(STATEMENT + " and " + ENVELOPE + " do not hold the statement of a bundle: " + broken.getMessage());
        }
    }

    private void describe(Signed statement, PublicKey key) {
        out.println("Audit bundle of " + statement.pullRequest + ", " + statement.state + ", as of " + statement.asOf);
        out.println("Events: " + statement.events + ", files: " + statement.files.size());
        out.println("Head of the record: " + statement.recordHead);
        if (key != null) {
            out.println("Signed with the key " + statement.keyId + ", fingerprint " + fingerprint(key));
        }
        out.println("Compare head and fingerprint with what was published: both stand on the pull request of a change");
        out.println("that has ended, the fingerprint also at /api/audit/keys.");
    }

    private PublicKey keyFor(Source source, Trusted trusted) throws IOException {
        PublicKey inside = null;
        try {
            inside = Keys.read(text(source.bytes(KEY)));
        } catch (Broken broken) {
            differs(KEY + " was changed or removed: " + broken.getMessage());
        }
        if (trusted.fingerprint != null && inside != null && !trusted.fingerprint.equals(fingerprint(inside))) {
            differs(KEY + " is not the key you trust: its fingerprint is " + fingerprint(inside));
        }
        if (trusted.key == null) {
            return inside;
        }
        if (inside != null && !Arrays.equals(inside.getEncoded(), trusted.key.getEncoded())) {
            differs(KEY + " is not the key you trust: its fingerprint is " + fingerprint(inside));
        }
        return trusted.key;
    }

    /** The statement as it was signed, or as it stands there where the envelope cannot be read. */
    private byte[] signedStatement(Source source, PublicKey key) throws IOException {
        byte[] beside = new byte[0];
        boolean there = false;
        try {
            beside = source.bytes(STATEMENT);
            there = true;
        } catch (Broken broken) {
            differs(STATEMENT + " was changed or removed: " + broken.getMessage());
        }
        try {
            byte[] envelope = source.bytes(ENVELOPE);
            byte[] inside = opened(envelope, key);
            if (there && !Arrays.equals(beside, inside)) {
                differs(STATEMENT + " was changed: it is not what the envelope holds");
            }
            return inside;
        } catch (Broken broken) {
            differs(ENVELOPE + " was changed or removed: " + broken.getMessage());
            return beside;
        }
    }

    private byte[] opened(byte[] envelope, PublicKey key) throws Broken {
        Map<String, Object> parts = Json.object(text(envelope));
        List<Object> signatures = Json.list(parts, "signatures");
        if (signatures.size() != 1 || !PAYLOAD_TYPE.equals(Json.text(parts, "payloadType"))) {
            throw new Broken("it is not an envelope with one signature over an in-toto statement");
        }
        Map<String, Object> signature = Json.object(signatures.get(0));
        byte[] payload = base64(Json.text(parts, "payload"));
        byte[] signed = base64(Json.text(signature, "sig"));
        String keyId = Json.text(signature, "keyid");
        String written = "{\"payload\":\"%s\",\"payloadType\":\"%s\",\"signatures\":[{\"keyid\":\"%s\",\"sig\":\"%s\"}]}\n"
                .formatted(
                        Base64.getEncoder().encodeToString(payload),
                        PAYLOAD_TYPE,
                        keyId,
                        Base64.getEncoder().encodeToString(signed));
        if (!written.equals(text(envelope))) {
            differs(ENVELOPE + " was changed: it is not written as it was");
        }
        if (key == null || !Keys.verifies(key, preAuthenticationEncoding(payload), signed)) {
            differs(ENVELOPE + " was changed, or signed with another key: the signature does not fit");
        }
        String named = keyIdIn(payload);
        if (!keyId.equals(named)) {
            differs(ENVELOPE + " was changed: it names the key " + keyId + ", the statement in it " + named);
        }
        return payload;
    }

    private static String keyIdIn(byte[] payload) throws Broken {
        Map<String, Object> predicate = Json.object(Json.object(text(payload)), "predicate");
        return Json.text(Json.object(predicate, "signedBy"), "keyId");
    }

    private static byte[] preAuthenticationEncoding(byte[] payload) {
        byte[] head = ("DSSEv1 " + PAYLOAD_TYPE.length() + " " + PAYLOAD_TYPE + " " + payload.length + " ")
                .getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(head, head.length + payload.length);
        System.arraycopy(payload, 0, both, head.length, payload.length);
        return both;
    }

    private void checkStatement(Signed statement, PublicKey key) {
        String link = statement.eventsHead;
        for (Entry file : statement.files) {
            link = sha256(link + " " + file.sha256 + " " + file.size + " " + file.name);
            if (!link.equals(file.link)) {
                differs(STATEMENT + " was changed: the chain breaks at " + file.name);
                link = file.link;
            }
        }
        if (!link.equals(statement.head) || !statement.recordHead.equals(statement.linkAfter(statement.recordFiles))) {
            differs(STATEMENT + " was changed: the chain does not end at its head");
        }
        if (!statement.subjects.equals(statement.files.stream().map(file -> file.sha256 + " " + file.name).toList())) {
            differs(STATEMENT + " was changed: it lists other files than its chain has");
        }
        if (key != null && !statement.fingerprint.equals(fingerprint(key))) {
            differs(STATEMENT + " was changed, or signed with another key: it names " + statement.fingerprint);
        }
    }

    // ---- files ----------------------------------------------------------------------------------------------------

    private Map<String, Found> checkFiles(Source source, Signed statement) throws IOException {
        Map<String, Found> found = new LinkedHashMap<>();
        List<String> expected = new ArrayList<>();
        statement.files.forEach(file -> expected.add(file.name));
        expected.add(STATEMENT);
        expected.add(ENVELOPE);
        Set<String> there = new LinkedHashSet<>();
        for (String name : source.names()) {
            if (!there.add(name)) {
                differs(name + " was added a second time");
            } else if (!expected.contains(name)) {
                differs(name + " was added");
            }
        }
        for (Entry file : statement.files) {
            if (!there.contains(file.name)) {
                differs(file.name + " was removed");
                continue;
            }
            try {
                Found bytes = source.digest(file.name);
                found.put(file.name, bytes);
                if (!bytes.sha256.equals(file.sha256) || bytes.size != file.size) {
                    differs(file.name + " was changed: it has " + bytes.size + " bytes and the SHA-256 " + bytes.sha256
                            + ", signed were " + file.size + " bytes with " + file.sha256);
                }
            } catch (Broken broken) {
                differs(file.name + " was changed: " + broken.getMessage());
            }
        }
        if (source.isOrdered()) {
            checkOrder(new ArrayList<>(there), expected);
        }
        return found;
    }

    private void checkOrder(List<String> there, List<String> expected) {
        List<String> known = there.stream().filter(expected::contains).toList();
        List<String> order = expected.stream().filter(there::contains).toList();
        for (int place = 0; place < known.size(); place++) {
            if (!known.get(place).equals(order.get(place))) {
                differs("the files were re-ordered: " + known.get(place) + " stands where " + order.get(place)
                        + " belongs");
            }
        }
    }

    // ---- events ---------------------------------------------------------------------------------------------------

    private void checkEvents(Source source, Signed statement, Map<String, Found> files) throws IOException {
        boolean asSigned = isAsSigned(EVENTS, statement, files);
        boolean listAsSigned = isAsSigned(HASHES, statement, files);
        List<Line> events = lines(source, EVENTS);
        List<String> hashes =
                lines(source, HASHES).stream().map(line -> line.text).toList();
        if (listAsSigned && !asSigned) {
            nameChangedEvents(events, hashes);
            return;
        }
        String last = START;
        for (int index = 0; index < events.size(); index++) {
            Line event = events.get(index);
            checkPlace(event, index + 1, last, statement.instance);
            last = event.sha256;
            if (listAsSigned && index < hashes.size() && !hashes.get(index).equals(event.sha256)) {
                differs("event " + (index + 1) + " is another one than its hash in " + HASHES + " says");
            }
        }
        if (events.size() != statement.events || !last.equals(statement.eventsHead)) {
            differs("the events are not those that were signed: " + events.size() + " events that end with " + last
                    + ", signed were " + statement.events + " that end with " + statement.eventsHead);
        }
        if (listAsSigned && hashes.size() != events.size()) {
            differs(HASHES + " has " + hashes.size() + " hashes for " + events.size() + " events");
        }
    }

    private void checkPlace(Line event, int place, String previous, String instance) {
        try {
            Map<String, Object> record = Json.object(event.text);
            if (!Json.text(record, "previous").equals(previous)) {
                differs("event " + place + " does not follow the one before it: one of them was changed, or something"
                        + " between them was removed, added or re-ordered");
            }
            if (Json.number(record, "sequence") != place || !Json.text(record, "instance").equals(instance)) {
                differs("event " + place + " belongs to another place or to another change");
            }
        } catch (Broken broken) {
            differs("event " + place + " was changed: " + broken.getMessage());
        }
    }

    /** With the list of hashes as it was signed, each event can be named. */
    private void nameChangedEvents(List<Line> events, List<String> hashes) {
        Map<String, Integer> places = new HashMap<>();
        for (int index = 0; index < hashes.size(); index++) {
            places.put(hashes.get(index), index);
        }
        Set<Integer> missing = new LinkedHashSet<>();
        places.values().stream().sorted().forEach(missing::add);
        events.forEach(line -> missing.remove(places.get(line.sha256)));
        Set<String> seen = new HashSet<>();
        int highest = -1;
        for (int index = 0; index < events.size(); index++) {
            Line line = events.get(index);
            Integer place = places.get(line.sha256);
            if (place == null) {
                nameUnknown(line, index, missing);
            } else if (!seen.add(line.sha256)) {
                differs("line " + (index + 1) + " of " + EVENTS + " was added: a copy of event " + (place + 1));
            } else if (place < highest) {
                differs("event " + (place + 1) + " was re-ordered: it stands on line " + (index + 1) + " of " + EVENTS);
            } else {
                highest = place;
            }
        }
        missing.forEach(place -> differs("event " + (place + 1) + " was removed"));
    }

    private void nameUnknown(Line line, int index, Set<Integer> missing) {
        int claimed = index;
        try {
            claimed = (int) Math.min(Integer.MAX_VALUE, Json.number(Json.object(line.text), "sequence")) - 1;
        } catch (Broken unreadable) {
            // then its place tells which one it was
        }
        if (missing.remove(claimed)) {
            differs("event " + (claimed + 1) + " was changed");
        } else if (missing.remove(index)) {
            differs("event " + (index + 1) + " was changed");
        } else {
            differs("line " + (index + 1) + " of " + EVENTS + " was added");
        }
    }

    // ---- evidence -------------------------------------------------------------------------------------------------

    private void checkEvidence(Source source, Signed statement, Map<String, Found> files) throws IOException {
        if (!isAsSigned(EVIDENCE, statement, files) || !isAsSigned(EVENTS, statement, files)) {
            return;
        }
        Map<String, String> records = new TreeMap<>();
        for (Line line : lines(source, EVIDENCE)) {
            try {
                Map<String, Object> record = Json.object(line.text);
                String id = Json.text(record, "id");
                records.put(id, line.sha256);
                Found file = files.get(statement.evidence.getOrDefault(id, ""));
                String recorded = Json.text(record, "sha256");
                if (file == null || !file.sha256.equals(recorded) || file.size != Json.number(record, "size")) {
                    differs("the file of evidence " + id + " is not what was uploaded: its record says SHA-256 "
                            + recorded);
                }
            } catch (Broken broken) {
                differs(EVIDENCE + " was changed: " + broken.getMessage());
            }
        }
        for (Line line : lines(source, EVENTS)) {
            checkUpload(line, records);
        }
    }

    /** What was uploaded stands in the chain with the hash of its record. */
    private void checkUpload(Line line, Map<String, String> records) {
        try {
            Map<String, Object> event = Json.object(line.text);
            if (!"Evidence".equals(event.get("kind"))) {
                return;
            }
            Map<String, Object> upload = Json.object(event, "event");
            String id = Json.text(upload, "id");
            if (!Json.text(upload, "recordSha256").equals(records.get(id))) {
                differs("evidence " + id + " was " + (records.containsKey(id) ? "changed" : "removed")
                        + " after its upload: the chain has another record of it");
            }
        } catch (Broken broken) {
            differs(EVENTS + " was changed: " + broken.getMessage());
        }
    }

    private static boolean isAsSigned(String name, Signed statement, Map<String, Found> files) {
        Found found = files.get(name);
        return found != null
                && statement.files.stream().anyMatch(file -> file.name.equals(name) && file.sha256.equals(found.sha256));
    }

    private List<Line> lines(Source source, String name) throws IOException {
        try (InputStream in = source.open(name)) {
            return Line.readAll(in);
        } catch (Broken broken) {
            differs(name + " was changed or removed: " + broken.getMessage());
            return List.of();
        } catch (ZipException | EOFException damaged) {
            differs(name + " was changed: it cannot be unpacked any more");
            return List.of();
        }
    }

    // ---- the statement --------------------------------------------------------------------------------------------

    private static final class Entry {
        private String name = "";
        private String sha256 = "";
        private String link = "";
        private long size;
    }

    private static final class Signed {
        private String pullRequest = "";
        private String instance = "";
        private String state = "";
        private String asOf = "";
        private String keyId = "";
        private String fingerprint = "";
        private String eventsHead = "";
        private String head = "";
        private String recordHead = "";
        private long recordFiles;
        private long events;
        private final List<Entry> files = new ArrayList<>();
        private final List<String> subjects = new ArrayList<>();
        private final Map<String, String> evidence = new HashMap<>();

        static Signed read(Map<String, Object> json) throws Broken {
            if (!STATEMENT_TYPE.equals(Json.text(json, "_type"))
                    || !PREDICATE_TYPE.equals(Json.text(json, "predicateType"))) {
                throw new Broken("it is of another type");
            }
            Signed signed = new Signed();
            Map<String, Object> predicate = Json.object(json, "predicate");
            Map<String, Object> change = Json.object(predicate, "change");
            signed.pullRequest = Json.text(change, "pullRequest");
            signed.instance = Json.text(change, "instance");
            signed.state = Json.text(change, "state");
            signed.asOf = Json.text(change, "asOf");
            Map<String, Object> by = Json.object(predicate, "signedBy");
            signed.keyId = Json.text(by, "keyId");
            signed.fingerprint = Json.text(by, "fingerprint");
            signed.readChain(Json.object(predicate, "chain"));
            for (Object one : Json.list(predicate, "evidence")) {
                Map<String, Object> file = Json.object(one);
                signed.evidence.put(Json.text(file, "id"), Json.text(file, "file"));
            }
            for (Object one : Json.list(json, "subject")) {
                Map<String, Object> subject = Json.object(one);
                signed.subjects.add(
                        Json.text(Json.object(subject, "digest"), "sha256") + " " + Json.text(subject, "name"));
            }
            return signed;
        }

        private String linkAfter(long count) {
            if (count < 0 || count > files.size()) {
                return "";
            }
            return count == 0 ? eventsHead : files.get((int) count - 1).link;
        }

        private void readChain(Map<String, Object> chain) throws Broken {
            Map<String, Object> own = Json.object(chain, "events");
            events = Json.number(own, "count");
            eventsHead = Json.text(own, "head");
            head = Json.text(chain, "head");
            recordHead = Json.text(chain, "recordHead");
            recordFiles = Json.number(chain, "recordFiles");
            for (Object one : Json.list(chain, "files")) {
                Map<String, Object> file = Json.object(one);
                Entry entry = new Entry();
                entry.name = Json.text(file, "name");
                entry.sha256 = Json.text(file, "sha256");
                entry.link = Json.text(file, "link");
                entry.size = Json.number(file, "size");
                files.add(entry);
            }
        }
    }

    // ---- keys -----------------------------------------------------------------------------------------------------

    /** What the person who verifies trusts: a key, a fingerprint, or (both null) nothing yet. */
    private static final class Trusted {
        private final PublicKey key;
        private final String fingerprint;

        Trusted(PublicKey key, String fingerprint) {
            this.key = key;
            this.fingerprint = fingerprint;
        }

        static Trusted read(String argument) throws IOException, Unusable {
            String lower = argument.toLowerCase(Locale.ROOT);
            if (lower.matches("(sha256:)?[0-9a-f]{64}")) {
                return new Trusted(null, lower.startsWith("sha256:") ? lower : "sha256:" + lower);
            }
            if (!Files.isRegularFile(Path.of(argument))) {
                throw new Unusable(argument + " is neither a file with a public key nor a fingerprint sha256:...");
            }
            try {
                return new Trusted(Keys.read(Files.readString(Path.of(argument))), null);
            } catch (Broken broken) {
                throw new Unusable(argument + " holds no public Ed25519 key: " + broken.getMessage());
            }
        }
    }

    private static final class Keys {

        private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
        private static final String END = "-----END PUBLIC KEY-----";

        static PublicKey read(String pem) throws Broken {
            String text = pem.strip();
            if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
                throw new Broken("it is no public key in PEM form");
            }
            byte[] der = base64(text.substring(BEGIN.length(), text.length() - END.length())
                    .replaceAll("\\s", ""));
            try {
                return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
            } catch (GeneralSecurityException noKey) {
                throw new Broken("it is no Ed25519 key");
            }
        }

        static boolean verifies(PublicKey key, byte[] bytes, byte[] signed) {
            try {
                Signature signature = Signature.getInstance("Ed25519");
                signature.initVerify(key);
                signature.update(bytes);
                return signature.verify(signed);
            } catch (GeneralSecurityException noSignature) {
                return false;
            }
        }
    }

    private static String fingerprint(PublicKey key) {
        return "sha256:" + HexFormat.of().formatHex(newDigest().digest(key.getEncoded()));
    }

    // ---- where the files are --------------------------------------------------------------------------------------

    private static final class Found {
        private final String sha256;
        private final long size;

        Found(String sha256, long size) {
            this.sha256 = sha256;
            this.size = size;
        }
    }

    private abstract static class Source {

        /** Every file that is there, repeated ones repeatedly. */
        abstract List<String> names() throws IOException;

        /** Whether the order of the names means something. */
        abstract boolean isOrdered();

        abstract InputStream open(String name) throws IOException, Broken;

        final byte[] bytes(String name) throws IOException, Broken {
            try (InputStream in = open(name)) {
                return in.readAllBytes();
            } catch (ZipException | EOFException damaged) {
                throw new Broken("it cannot be unpacked any more");
            }
        }

        final Found digest(String name) throws IOException, Broken {
            MessageDigest digest = newDigest();
            long size = 0;
            try (InputStream in = open(name)) {
                byte[] buffer = new byte[1 << 16];
                for (int length; (length = in.read(buffer)) >= 0; size += length) {
                    digest.update(buffer, 0, length);
                }
            } catch (ZipException | EOFException damaged) {
                throw new Broken("it cannot be unpacked any more");
            }
            return new Found(HexFormat.of().formatHex(digest.digest()), size);
        }
    }

    private static final class Folder extends Source {

        private final Path folder;

        Folder(Path folder) {
            this.folder = folder.toAbsolutePath().normalize();
        }

        @Override
        List<String> names() throws IOException {
            try (Stream<Path> files = Files.walk(folder)) {
                return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                        .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                        .sorted()
                        .toList();
            }
        }

        @Override
        boolean isOrdered() {
            return false;
        }

        @Override
        InputStream open(String name) throws IOException, Broken {
            Path file = folder.resolve(name).normalize();
            if (!file.startsWith(folder) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new Broken("there is no file " + name);
            }
            return Files.newInputStream(file);
        }
    }

    private static final class Zipped extends Source {

        private final ZipFile zip;

        Zipped(ZipFile zip) {
            this.zip = zip;
        }

        @Override
        List<String> names() {
            return Collections.list(zip.entries()).stream().map(ZipEntry::getName).toList();
        }

        @Override
        boolean isOrdered() {
            return true;
        }

        @Override
        InputStream open(String name) throws IOException, Broken {
            ZipEntry entry = zip.getEntry(name);
            InputStream in = entry == null ? null : zip.getInputStream(entry);
            if (in == null) {
                throw new Broken("there is no file " + name);
            }
            return in;
        }
    }

    /** One line with its hash. The line feed that ends it is not hashed. */
    private static final class Line {
        private final String text;
        private final String sha256;

        Line(byte[] bytes) throws Broken {
            this.text = Verify.text(bytes);
            this.sha256 = HexFormat.of().formatHex(newDigest().digest(bytes));
        }

        static List<Line> readAll(InputStream stream) throws IOException, Broken {
            List<Line> lines = new ArrayList<>();
            InputStream in = new BufferedInputStream(stream, 1 << 16);
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int one = in.read(); one >= 0; one = in.read()) {
                if (one == '\n') {
                    lines.add(new Line(line.toByteArray()));
                    line.reset();
                } else {
                    line.write(one);
                }
            }
            if (line.size() > 0) {
                lines.add(new Line(line.toByteArray()));
            }
            return lines;
        }
    }

    // ---- the zip around the files ---------------------------------------------------------------------------------

    /**
     * Every byte of the zip that belongs to no file: it has to be exactly what follows from the files. Otherwise
     * something could hide between them, or another program could unpack other files than this one reads.
     */
    private static final class Container {

        private static final int LOCAL = 0x04034b50;
        private static final int DESCRIPTOR = 0x08074b50;
        private static final int CENTRAL = 0x02014b50;
        private static final int END = 0x06054b50;
        private static final short VERSION = 20;
        private static final short FLAGS = 0x0808;
        private static final short DEFLATED = 8;
        private static final int DATE = (20 << 25) | (1 << 21) | (1 << 16);
        private static final int BUFFER = 1 << 16;
        private static final long MOST = 0xFFFFFFFFL;

        private final PushbackInputStream in;
        private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
        private long position;
        private int entries;

        private Container(InputStream in) {
            this.in = new PushbackInputStream(in, BUFFER);
        }

        static void check(Path file) throws IOException, Broken, Unusable {
            if (Files.size(file) >= MOST) {
                throw new Unusable("the zip has 4 GB or more; unpack it and verify the folder");
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
                new Container(in).check();
            }
        }

        private void check() throws IOException, Broken {
            while (nextIsLocal()) {
                entry(read(30));
            }
            ByteBuffer end = buffer(22).putInt(END).putInt(0);
            end.putShort((short) entries).putShort((short) entries);
            end.putInt(directory.size()).putInt((int) position).putShort((short) 0);
            directory.write(end.array());
            byte[] expected = directory.toByteArray();
            if (!Arrays.equals(expected, in.readNBytes(expected.length + 1))) {
                throw new Broken("its directory, from byte " + position + " on, is not that of the files before it");
            }
        }

        private boolean nextIsLocal() throws IOException {
            byte[] signature = in.readNBytes(4);
            in.unread(signature);
            return signature.length == 4 && intIn(signature, 0) == LOCAL;
        }

        private byte[] read(int length) throws IOException, Broken {
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new Broken("it ends too early, at byte " + (position + bytes.length));
            }
            position += length;
            return bytes;
        }

        private void entry(byte[] head) throws IOException, Broken {
            long start = position - 30;
            byte[] name = read(Short.toUnsignedInt(shortIn(head, 26)));
            ByteBuffer expected = buffer(30).putInt(LOCAL).putShort(VERSION).putShort(FLAGS).putShort(DEFLATED);
            expected.putInt(DATE).putInt(0).putInt(0).putInt(0).putShort((short) name.length);
            if (!Arrays.equals(expected.array(), head)) {
                throw new Broken("the header at byte " + start + ", of " + text(name) + ", is not as it was written");
            }
            long before = position;
            CRC32 crc = new CRC32();
            long size = inflate(crc, text(name));
            int packed = (int) (position - before);
            ByteBuffer sums = buffer(16).putInt(DESCRIPTOR).putInt((int) crc.getValue());
            sums.putInt(packed).putInt((int) size);
            if (!Arrays.equals(sums.array(), read(16))) {
                throw new Broken("what follows " + text(name) + " at byte " + (position - 16) + " is not its check sum");
            }
            ByteBuffer central = buffer(46).putInt(CENTRAL).putShort(VERSION).putShort(VERSION).putShort(FLAGS);
            central.putShort(DEFLATED).putInt(DATE).putInt((int) crc.getValue()).putInt(packed).putInt((int) size);
            central.putShort((short) name.length).putShort((short) 0).putShort((short) 0).putShort((short) 0);
            central.putShort((short) 0).putInt(0).putInt((int) start);
            directory.write(central.array());
            directory.write(name);
            entries++;
        }

        private long inflate(CRC32 crc, String name) throws IOException, Broken {
            Inflater inflater = new Inflater(true);
            byte[] packed = new byte[BUFFER];
            byte[] plain = new byte[BUFFER];
            int filled = 0;
            long size = 0;
            try {
                while (!inflater.finished()) {
                    if (inflater.needsInput()) {
                        filled = in.read(packed);
                        if (filled < 0) {
                            throw new Broken("it ends within " + name);
                        }
                        position += filled;
                        inflater.setInput(packed, 0, filled);
                    }
                    int length = inflater.inflate(plain);
                    crc.update(plain, 0, length);
                    size += length;
                    if (length == 0 && inflater.needsDictionary()) {
                        throw new Broken(name + " is packed in another way");
                    }
                }
                int rest = inflater.getRemaining();
                in.unread(packed, filled - rest, rest);
                position -= rest;
                return size;
            } catch (DataFormatException damaged) {
                throw new Broken(name + " cannot be unpacked");
            } finally {
                inflater.end();
            }
        }
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int intIn(byte[] bytes, int offset) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(offset);
    }

    private static short shortIn(byte[] bytes, int offset) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(offset);
    }

    // ---- bytes and hashes -----------------------------------------------------------------------------------------

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(newDigest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String sha256(InputStream stream) throws IOException {
        MessageDigest digest = newDigest();
        try (InputStream in = stream) {
            byte[] buffer = new byte[1 << 16];
            for (int length; (length = in.read(buffer)) >= 0; ) {
                digest.update(buffer, 0, length);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** UTF-8, and no other bytes. */
    private static String text(byte[] bytes) throws Broken {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException other) {
            throw new Broken("it is no text in UTF-8");
        }
    }

    private static byte[] base64(String text) throws Broken {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException other) {
            throw new Broken("it is no Base64");
        }
    }

    /** A part of the bundle is not what it has to be. */
    private static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(String sentence) {
            super(sentence);
        }
    }

    /** What was asked for cannot be checked. */
    private static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String sentence) {
            super(sentence);
        }
    }

    // ---- JSON (RFC 8259), strictly: no name twice, nothing after the end ------------------------------------------

    private static final class Json {

        private static final int DEEPEST = 50;

        private final String text;
        private int at;

        private Json(String text) {
            this.text = text;
        }

        static Map<String, Object> object(String text) throws Broken {
            Json json = new Json(text);
            Object value = json.value(0);
            json.blanks();
            if (json.at != text.length()) {
                throw new Broken("something follows its JSON");
            }
            return object(value);
        }

        static Map<String, Object> object(Object value) throws Broken {
            if (!(value instanceof Map<?, ?> map)) {
                throw new Broken("it is no JSON object");
            }
            Map<String, Object> object = new LinkedHashMap<>();
            map.forEach((name, member) -> object.put((String) name, member));
            return object;
        }

        static Map<String, Object> object(Map<String, Object> in, String name) throws Broken {
            if (!(in.get(name) instanceof Map)) {
                throw new Broken("it has no object " + name);
            }
            return object(in.get(name));
        }

        static List<Object> list(Map<String, Object> in, String name) throws Broken {
            if (!(in.get(name) instanceof List<?> list)) {
                throw new Broken("it has no list " + name);
            }
            return new ArrayList<>(list);
        }

        static String text(Map<String, Object> in, String name) throws Broken {
            if (!(in.get(name) instanceof String text)) {
                throw new Broken("it has no text " + name);
            }
            return text;
        }

        static long number(Map<String, Object> in, String name) throws Broken {
            try {
                if (in.get(name) instanceof BigDecimal number && number.precision() <= 18 && number.scale() == 0) {
                    return number.longValueExact();
                }
            } catch (ArithmeticException fraction) {
                throw new Broken(name + " is no whole number");
            }
            throw new Broken("it has no number " + name);
        }

        private Object value(int depth) throws Broken {
            if (depth > DEEPEST) {
                throw new Broken("its JSON is nested too deeply");
            }
            blanks();
            return switch (peek()) {
                case '{' -> members(depth);
                case '[' -> elements(depth);
                case '"' -> string();
                case 't' -> literal("true", Boolean.TRUE);
                case 'f' -> literal("false", Boolean.FALSE);
                case 'n' -> literal("null", null);
                default -> number();
            };
        }

        private Map<String, Object> members(int depth) throws Broken {
            Map<String, Object> members = new LinkedHashMap<>();
            at++;
            blanks();
            if (peek() == '}') {
                at++;
                return members;
            }
            while (true) {
                blanks();
                String name = string();
                blanks();
                expect(':');
                if (members.containsKey(name)) {
                    throw new Broken("its JSON has " + name + " twice");
                }
                members.put(name, value(depth + 1));
                blanks();
                if (peek() == '}') {
                    at++;
                    return members;
                }
                expect(',');
            }
        }

        private List<Object> elements(int depth) throws Broken {
            List<Object> elements = new ArrayList<>();
            at++;
            blanks();
            if (peek() == ']') {
                at++;
                return elements;
            }
            while (true) {
                elements.add(value(depth + 1));
                blanks();
                if (peek() == ']') {
                    at++;
                    return elements;
                }
                expect(',');
            }
        }

        private String string() throws Broken {
            expect('"');
            StringBuilder string = new StringBuilder();
            while (true) {
                char one = next();
                if (one == '"') {
                    return string.toString();
                } else if (one < 0x20) {
                    throw new Broken("its JSON has a control character in a text");
                } else if (one != '\\') {
                    string.append(one);
                } else {
                    string.append(escaped());
                }
            }
        }

        private char escaped() throws Broken {
            char one = next();
            return switch (one) {
                case '"', '\\', '/' -> one;
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'u' -> unicode();
                default -> throw new Broken("its JSON has a wrong escape");
            };
        }

        private char unicode() throws Broken {
            int code = 0;
            for (int digit = 0; digit < 4; digit++) {
                int value = Character.digit(next(), 16);
                if (value < 0) {
                    throw new Broken("its JSON has a wrong escape");
                }
                code = code * 16 + value;
            }
            return (char) code;
        }

        private Object number() throws Broken {
            int start = at;
            while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            String number = text.substring(start, at);
            if (number.length() > 100 || !number.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,4})?")) {
                throw new Broken("it is not valid JSON at character " + start);
            }
            return new BigDecimal(number);
        }

        private Object literal(String word, Object value) throws Broken {
            if (!text.startsWith(word, at)) {
                throw new Broken("it is not valid JSON at character " + at);
            }
            at += word.length();
            return value;
        }

        private void blanks() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        private char peek() throws Broken {
            if (at >= text.length()) {
                throw new Broken("its JSON ends too early");
            }
            return text.charAt(at);
        }

        private char next() throws Broken {
            char one = peek();
            at++;
            return one;
        }

        private void expect(char expected) throws Broken {
            if (next() != expected) {
                throw new Broken("it is not valid JSON at character " + (at - 1));
            }
        }
    }
}
