package dev.greenlane.models.judge;

import dev.greenlane.engine.secrets.SecretScanner;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is written to the model about a case: without secrets, of bounded length, the same text for the same case. Immutable.
 *
 * @param system who the judge is, what holds, and what the person wrote for a judge
 * @param data the case, as JSON between tags
 * @param words what of the person's words is in {@code data}
 */
record Brief(String system, String data, List<String> words) {
    /** A call that is longer is no case for the judge: it would see a part of it and be asked about the whole. */
    static final int LONGEST_CALL = 3000;

    private static final int LONGEST_WORDS = 2400;
    private static final int LONGEST_LINE = 200;
    private static final int MOST_EFFECTS = 16;
    /** How many calls before are told. */
    static final int MOST_EARLIER = 8;

    private static final int MOST_RULES = 4;

    private static final String SYSTEM = Texts.read("system.txt");

    Brief {
        words = List.copyOf(words);
    }

    /** Loaded when the first case is written. */
    private static final class Redaction {
        static final SecretScanner SECRETS = SecretScanner.load();
    }

    static Brief of(Case of) {
        List<String> words =
                newest(of.words().stream().map(Redaction.SECRETS::redact).toList());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("user", words);
        if (words.size() < of.words().size()) {
            data.put("user_messages_left_out", of.words().size() - words.size());
        }
        data.put("earlier", last(of.earlier(), MOST_EARLIER));
        data.put("tool", line(of.tool()));
        data.put("call", Redaction.SECRETS.redact(of.call()));
        data.put("effects", first(of.effects(), MOST_EFFECTS));
        if (!of.facts().isEmpty()) {
            data.put("listed", of.facts().stream().map(Brief::line).toList());
        }
        data.put("rules", of.rules().stream().limit(MOST_RULES).map(Brief::rule).toList());
        return new Brief(SYSTEM + written(of.written()), "<case>\n" + Quoted.of(data) + "\n</case>\n", words);
    }

    /** All that is said about the case, as a name of 64 hexadecimal digits. */
    String key() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : List.of(system, data)) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> rule(Case.Doubt doubt) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", doubt.id());
        rule.put("stops", line(doubt.stops()));
        rule.put("why", line(doubt.why()));
        rule.put("consent_names", line(doubt.consent()));
        return rule;
    }

    /** The newest messages that there is room for. */
    private static List<String> newest(List<String> words) {
        List<String> kept = new ArrayList<>();
        int room = LONGEST_WORDS;
        for (int i = words.size() - 1; i >= 0 && room > 0; i--) {
            String text = words.get(i);
            if (text.length() > room) {
                if (kept.isEmpty()) {
                    kept.add(0, text.substring(0, room));
                }
                break;
            }
            kept.add(0, text);
            room -= text.length();
        }
        return kept;
    }

    private static List<String> first(List<String> lines, int most) {
        List<String> first =
                new ArrayList<>(lines.stream().limit(most).map(Brief::line).toList());
        if (lines.size() > most) {
            first.add("and " + (lines.size() - most) + " more");
        }
        return first;
    }

    private static List<String> last(List<String> lines, int most) {
        return lines.subList(Math.max(0, lines.size() - most), lines.size()).stream()
                .map(Brief::line)
                .toList();
    }

    private static String line(String text) {
        String clean = Redaction.SECRETS.redact(text.replaceAll("\\s+", " ").strip());
        return clean.length() <= LONGEST_LINE ? clean : clean.substring(0, LONGEST_LINE - 1) + "…";
    }

    private static String written(Written written) {
        return section("What is around here, in the person's words:", written.environment())
                + section("What may happen, in the person's words:", written.allow())
                + section("What may happen only where the person's messages name it:", written.softDeny())
                + section("What must never happen, whatever is said:", written.hardDeny());
    }

    private static String section(String title, List<String> lines) {
        if (lines.isEmpty()) {
            return "";
        }
        StringBuilder section = new StringBuilder("\n").append(title).append('\n');
        lines.forEach(line -> section.append("- ")
                .append(Quoted.of(Redaction.SECRETS.redact(line)))
                .append('\n'));
        return section.toString();
    }
}
