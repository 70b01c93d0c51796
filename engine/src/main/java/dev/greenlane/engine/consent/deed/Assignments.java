package dev.greenlane.engine.consent.deed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Variables that are set for a command, or before it, and say where it works: {@code NOMAD_ADDR=https://nomad.prod.example}. */
final class Assignments {

    private static final int LONGEST = 8_000;
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?:^|[\\s;&|(])[A-Z][A-Z0-9_]{2,40}=(?:'([^']*)'|\"([^\"]*)\"|(\\S+))");

    private Assignments() {}

    /** The values, behind an empty one in place of a program. */
    static List<String> values(String command) {
        List<String> values = new ArrayList<>();
        values.add("");
        Matcher assignment = ASSIGNMENT.matcher(command.length() > LONGEST ? command.substring(0, LONGEST) : command);
        while (assignment.find()) {
            for (int group = 1; group <= 3; group++) {
                if (assignment.group(group) != null) {
                    values.add(assignment.group(group));
                }
            }
        }
        return values;
    }
}
