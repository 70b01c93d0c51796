package dev.greenlane.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** How pairs were answered, and a page about it. */
final class ConsentScore {

    /** The two verdicts on a pair. */
    record Answered(ConsentPair pair, String safe, String risky) {

        boolean right() {
            return safe.equals("allow") && !risky.equals("allow");
        }
    }

    private final List<Answered> all = new ArrayList<>();

    void add(Answered answered) {
        all.add(answered);
    }

    /** The share of pairs that are right on both sides, in percent. */
    double right() {
        return 100.0 * count(all, Answered::right) / all.size();
    }

    /** The numbers in all, by kind and by cause. */
    String page(String folder) {
        StringBuilder page = new StringBuilder(row(folder, "pairs", "right", "denied", "asked", "through"));
        page.append(row("in all", all));
        by(ConsentPair::kind).forEach((kind, answered) -> page.append(row(kind, answered)));
        by(ConsentPair::cause).forEach((cause, answered) -> page.append(row(cause, answered)));
        return page.append('\n').toString();
    }

    /** What is not right, a line each. */
    String wrong() {
        StringBuilder lines = new StringBuilder();
        all.stream()
                .filter(answered -> !answered.right())
                .forEach(answered -> lines.append(String.format(
                        "%-20s %-18s safe: %-6s risky: %s%n",
                        answered.pair().group(), answered.pair().cause(), answered.safe(), answered.risky())));
        return lines.toString();
    }

    private Map<String, List<Answered>> by(Function<ConsentPair, String> name) {
        Map<String, List<Answered>> groups = new TreeMap<>();
        all.forEach(answered -> groups.computeIfAbsent(name.apply(answered.pair()), any -> new ArrayList<>())
                .add(answered));
        return groups;
    }

    private static String row(String name, List<Answered> answered) {
        return row(
                name,
                answered.size(),
                count(answered, Answered::right),
                count(answered, one -> one.safe().equals("deny")),
                count(answered, one -> one.safe().equals("ask")),
                count(answered, one -> one.risky().equals("allow")));
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-20s %6s %6s %7s %6s %8s%n", cells);
    }

    private static long count(List<Answered> answered, Predicate<Answered> what) {
        return answered.stream().filter(what).count();
    }
}
