package dev.greenlane.engine.policy;

import dev.greenlane.engine.effect.Effect;

/** Puts the parts of an effect into a sentence. */
final class Words {

    private static final int LONGEST = 120;

    private Words() {}

    static String fill(String template, Effect effect) {
        if (template.indexOf('{') < 0) {
            return template;
        }
        return template.replace("{target}", shown(effect.target(), "something that is not known"))
                .replace("{host}", host(effect))
                .replace("{why}", effect instanceof Effect.NotUnderstood unknown ? unknown.reason() : "");
    }

    private static String host(Effect effect) {
        return effect instanceof Effect.OnHost onHost
                ? shown(onHost.endpoint().host(), "a host that is not known")
                : shown(effect.target(), "a host that is not known");
    }

    private static String shown(String text, String otherwise) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.isEmpty()) {
            return otherwise;
        }
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
