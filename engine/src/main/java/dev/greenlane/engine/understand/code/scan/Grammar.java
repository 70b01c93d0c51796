package dev.greenlane.engine.understand.code.scan;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the scanner must know of a language. The words stand in the section {@code grammar} of its data file.
 *
 * @param lineComments what a comment up to the end of the line begins with
 * @param blockComments where comments over several lines begin and end, in turn
 * @param quotes the quotes of texts
 * @param interpolates how variables stand in texts in double quotes: {@code $}, <code>#{</code>, <code>${</code>; empty for none
 * @param backtick what backticks hold: {@code shell}, {@code text}, {@code name}
 * @param joins operators that put texts together
 * @param paths what stands between the parts of a name
 * @param sigils characters a variable may begin with
 * @param bareCalls whether calls need no brackets
 * @param patterns whether a slash may begin a regular expression
 * @param doubled whether a quote is put into a text by doubling it, and a backslash is an ordinary character
 * @param forks names of the functions that split the process in two
 * @param extras further forms of texts: {@code perl}, {@code ruby}, {@code heredoc}, {@code long-brackets}
 */
record Grammar(
        List<String> lineComments,
        List<String> blockComments,
        String quotes,
        String interpolates,
        String backtick,
        Set<String> joins,
        List<String> paths,
        String sigils,
        boolean bareCalls,
        boolean patterns,
        boolean doubled,
        Set<String> forks,
        Set<String> extras) {

    /** The grammar that these fields describe. */
    static Grammar of(Map<String, String> fields) {
        return new Grammar(
                words(fields, "line-comments"),
                words(fields, "block-comments"),
                fields.getOrDefault("quotes", "'\""),
                fields.getOrDefault("interpolates", ""),
                fields.getOrDefault("backtick", ""),
                Set.copyOf(words(fields, "joins")),
                words(fields, "paths"),
                fields.getOrDefault("sigils", ""),
                fields.getOrDefault("bare-calls", "").equals("yes"),
                fields.getOrDefault("patterns", "").equals("yes"),
                fields.getOrDefault("doubled", "").equals("yes"),
                Set.copyOf(words(fields, "forks")),
                Set.copyOf(words(fields, "extras")));
    }

    private static List<String> words(Map<String, String> fields, String name) {
        String text = fields.getOrDefault(name, "");
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" +"));
    }
}
