package dev.greenlane.engine.policy;

import dev.greenlane.engine.effect.Circumstances;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.facts.Loss;
import dev.greenlane.engine.secrets.SecretScanner;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the parts of an effect into a sentence. */
final class Words {

    private static final int LONGEST = 120;

    private Words() {}

    /** Loaded when the first reason is told. */
    private static final class Redaction {
        static final SecretScanner SECRETS = SecretScanner.load();
    }

    private static final Pattern PLACE = Pattern.compile("\\{(target|host|why|data|said|loss)}");

    static String fill(String template, Effect effect, String said, Loss loss) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(part(place.group(1), effect, said, loss)));
    }

    private static String part(String name, Effect effect, String said, Loss loss) {
        return switch (name) {
            case "target" -> shown(effect.target(), "something that is not known");
            case "host" -> host(effect);
            case "said" -> shown(said, "nothing");
            case "loss" -> shown(loss.told(), "something");
            case "data" -> data(effect.circumstances());
            default -> effect instanceof Effect.NotUnderstood unknown ? unknown.reason() : "";
        };
    }

    private static String host(Effect effect) {
        return effect instanceof Effect.OnHost onHost
                ? shown(onHost.endpoint().host(), "a host that is not known")
                : shown(effect.target(), "a host that is not known");
    }

    /** What is sent, and where it comes from. */
    private static String data(Circumstances circumstances) {
        String kind = kind(circumstances.carries());
        return circumstances
                .origin()
                .map(origin -> kind + " (" + shown(origin.toString(), "from somewhere") + ")")
                .orElse(kind);
    }

    private static String kind(Set<DataLabel> carried) {
        return carried.stream()
                .min(Comparator.naturalOrder())
                .map(gravest -> switch (gravest) {
                    case CREDENTIAL -> "a secret";
                    case PRIVATE -> "private data";
                    case PROJECT -> "files of the project";
                    case SYSTEM -> "facts about this machine";
                    case FETCHED -> "what was fetched";
                    case UNKNOWN -> "data";
                })
                .orElse("data");
    }

    private static String shown(String text, String otherwise) {
        String line = Redaction.SECRETS.redact(text.strip().replaceAll("\\s+", " "));
        if (line.isEmpty()) {
            return otherwise;
        }
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
