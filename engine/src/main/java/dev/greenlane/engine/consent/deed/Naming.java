package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Lexicon;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds in the target of an effect what names objects, with the help of the command that has the effect. */
final class Naming {

    /** {@code TimeLimit=1-00:00:00}: what a thing is set to, and not which. */
    private static final Pattern SETTING = Pattern.compile("(?i)(?![a-z]*(?:id|name)=)[a-z][a-z0-9_.]*=.*");

    /** JSON and the like tell how a thing is to be, and not which. */
    private static final Pattern STRUCTURE = Pattern.compile("[{}\\[\\]\"]");

    /** {@code web=5}: how many there are to be of a thing. */
    private static final Pattern COUNT = Pattern.compile("([A-Za-z][\\w.-]*)=\\d+(?::.*)?");

    /** {@code 4gb}, {@code 30s}: how much, and not of what. */
    private static final Pattern QUANTITY = Pattern.compile("(?i)\\d+(?:\\.\\d+)?(?:[kmgt]i?b?|ms|s|h|d|%)");

    private static final Pattern DATE = Pattern.compile("(?:19|20)\\d\\d-\\d\\d-\\d\\d(?:[T ].*)?");

    /** {@code 4184_[10-19]}: some of the tasks of a job. */
    private static final Pattern ARRAY = Pattern.compile("\\d+_\\[[\\d,-]+\\]");

    private static final Set<String> OF = Set.of("of", "in", "from", "to", "on", "the");

    private final Lexicon lexicon;
    private final List<String> words;

    Naming(Lexicon lexicon, List<String> words) {
        this.lexicon = lexicon;
        this.words = words;
    }

    /** The parts of a target that name objects, and not what sort they are, what is done, or what they lie in. */
    List<String> candidates(String target) {
        Set<String> leading = leading();
        boolean counts = leading.stream()
                .flatMap(word -> Stream.of(word.split(":")))
                .anyMatch(word -> Operations.standard().commanded(word).contains("scale"));
        List<String> all = List.of(target.strip().split("[\\s,]+"));
        List<String> parts = all.stream()
                .map(part -> counts ? COUNT.matcher(part).replaceFirst("$1") : part)
                .filter(part -> !SETTING.matcher(part).matches()
                        && (ARRAY.matcher(part).matches()
                                || !STRUCTURE.matcher(part).find()))
                .map(part -> part.replaceFirst("^(?i)[a-z]*(?:id|name)=", ""))
                .map(part -> all.size() == 1 ? part : asWritten(part))
                .toList();
        String program = words.isEmpty() ? "" : words.get(0);
        List<String> operands = behindOptions();
        String first = operands.size() > 1 && operands.get(0).matches("[a-z-]{3,}") ? operands.get(0) : "";
        List<String> candidates = parts.stream()
                .filter(part -> parts.size() == 1 || !program.endsWith(part) && !program.startsWith(part + "-"))
                .filter(part -> parts.size() == 1 || !isLoudVerb(part) && !part.equals(first))
                .filter(part -> !part.isEmpty() && !leading.contains(part) && !OF.contains(part))
                .filter(part -> parts.size() == 1 || !lexicon.isNoise(part))
                .filter(part -> parts.size() == 1 || !part.startsWith("file://"))
                .filter(part -> parts.size() == 1 || !DATE.matcher(part).matches())
                .filter(part -> parts.size() == 1 || !QUANTITY.matcher(part).matches())
                .toList();
        List<String> apart =
                candidates.stream().filter(part -> !isInContainer(part)).toList();
        candidates = apart.isEmpty() ? candidates : apart;
        List<String> spoken = candidates.stream()
                .filter(part -> words.stream().anyMatch(word -> word.contains(part))
                        || words.contains(part.substring(part.indexOf('/') + 1)))
                .toList();
        candidates = spoken.isEmpty() ? candidates : spoken;
        List<String> words = candidates.stream().filter(this.words::contains).toList();
        boolean phrases = candidates.stream()
                .anyMatch(part -> this.words.stream().anyMatch(word -> word.contains(" ") && word.contains(part)));
        candidates = phrases && !words.isEmpty() ? words : candidates;
        List<String> telling = candidates.stream()
                .filter(part -> !lexicon.isClass(part.toLowerCase(Locale.ROOT)))
                .filter(part -> lexicon.place(part.toLowerCase(Locale.ROOT)).isEmpty())
                .toList();
        return telling.isEmpty() ? candidates.subList(Math.max(0, candidates.size() - 1), candidates.size()) : telling;
    }

    /** What the command has as two words, and the target as one: {@code origin/fix-7} of {@code push origin --delete fix-7 fix-8}. */
    private String asWritten(String part) {
        int slash = part.indexOf('/');
        boolean joined = slash > 0
                && words.contains(part.substring(0, slash))
                && words.contains(part.substring(slash + 1))
                && words.stream().noneMatch(word -> word.contains(part));
        return joined ? part.substring(slash + 1) : part;
    }

    /** The words of a command up to its last verb: {@code sql instances delete}, {@code ec2 terminate-instances}. */
    private Set<String> leading() {
        List<String> plain = behindOptions().stream()
                .takeWhile(word -> word.matches("[a-z][a-z0-9:_-]*"))
                .toList();
        int last = -1;
        for (int at = 0; at < plain.size(); at++) {
            String word = plain.get(at).substring(plain.get(at).indexOf(':') + 1);
            boolean verb = last < 0 || word.indexOf('-') < 0;
            if (at < 4 && verb && !Operations.standard().commanded(word).isEmpty() && !lexicon.isClass(word)) {
                last = at;
            }
        }
        return new LinkedHashSet<>(plain.subList(0, last + 1));
    }

    /** The words from the first that is no option and no option's value. */
    List<String> behindOptions() {
        int at = 1;
        while (at < words.size() && words.get(at).startsWith("-")) {
            String option = words.get(at);
            boolean value = Operations.standard().isContainerOption(option) || option.equals("-n");
            at += value ? 2 : 1;
        }
        return at < words.size() ? words.subList(at, words.size()) : List.of();
    }

    /** {@code kubectl -n prod}. */
    private boolean isNamespace(String part) {
        int at = words.indexOf("-n");
        return at >= 0
                && at + 1 < words.size()
                && words.get(at + 1).equals(part)
                && !words.get(0).equals("az");
    }

    /** {@code FLUSHALL}, {@code DEL}. */
    private boolean isLoudVerb(String part) {
        int at = words.indexOf(part);
        List<String> operands = behindOptions();
        return part.matches("[A-Z]{3,}")
                && (!operands.isEmpty() && operands.get(0).equals(part)
                        || !Operations.standard()
                                .commanded(part.toLowerCase(Locale.ROOT))
                                .isEmpty()
                        || at >= 0 && at + 1 < words.size() && isLoudVerb(words.get(at + 1)));
    }

    private boolean isInContainer(String part) {
        if (isNamespace(part)) {
            return true;
        }
        for (int at = 1; at < words.size(); at++) {
            String word = words.get(at);
            boolean after = word.equals(part) && Operations.standard().isContainerOption(words.get(at - 1));
            if (after
                    || word.endsWith("=" + part)
                            && Operations.standard().isContainerOption(word.substring(0, word.indexOf('=')))) {
                return true;
            }
        }
        return false;
    }
}
