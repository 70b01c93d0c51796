package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.consent.words.Clause.Mood;
import dev.greenlane.engine.consent.words.Lexicon.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Joins the clauses of a message with each other, and with those before it: what points back gets what it points to. */
final class Links {

    /** A sentence that only gives a name. */
    private static final Pattern NAMELY = Pattern.compile(
            "(?iu)(?:" + Wording.NAMES.expression() + " )?(?:the \\p{L}+"
                    + " )?[`'\"]?[\\p{L}\\p{N}_./@:#-]+[`'\"]?(?:(?:,| and| &| und|"
                    + " et| y| e)"
                    + " [`'\"]?[\\p{L}\\p{N}_./@:#-]*[\\d_./@:#-][\\p{L}\\p{N}_./@:#-]*[`'\"]?)*(?:,?"
                    + " (?:please|bitte|s'il te plaît|por favor))?(?:,?"
                    + " (?:on|in|at|auf|in|sur|en|em)\\b.{0,60})?",
            Pattern.UNICODE_CASE);

    private Links() {}

    /** Puts in place of pointing words what they point to, and joins clauses that only add to the one before. */
    static void join(List<Clause> before, List<Clause> fresh) {
        List<Mention> spokenOf = lastMentions(before);
        Clause order = null;
        Set<String> ordered = new LinkedHashSet<>();
        for (int at = 0; at < fresh.size(); at++) {
            Clause clause = fresh.get(at);
            boolean tells = clause.mentions().stream().anyMatch(Mention::tells);
            boolean points = clause.mentions().stream().anyMatch(Mention::pointing);
            if (pointsBack(clause, tells, points) && !spokenOf.isEmpty() && !choosesAmong(clause)) {
                List<Mention> meant = ofSort(clause.mentions(), spokenOf, fresh.subList(0, at));
                clause = clause.withMentions(joined(clause.mentions(), pointed(clause.mentions(), meant)));
            }
            Clause same = order != null ? order : lastOrder(before);
            if (same != null && isEllipsis(clause)) {
                clause = clause.withMentions(elsewhere(clause, same));
                order = same;
            }
            Clause asked = at == 0
                    ? lastOrder(before)
                    : order != null && order.mood() == Mood.ORDER && Wording.NAMES.begins(clause.quote())
                            ? order
                            : null;
            if (asked != null && answers(clause, asked)) {
                clause = continued(clause, asked);
            }
            if (clause.mood() == Mood.PROHIBITION
                    && clause.operations().isEmpty()
                    && clause.mentions().isEmpty()
                    && Wording.STAYS.begins(clause.quote())) {
                clause = clause.withMentions(spokenOf);
            }
            if (clause.operations().isEmpty()
                    && order != null
                    && (clause.mood() == Mood.PROHIBITION && !order.operations().equals(Set.of("read"))
                            || clause.mood() != Mood.PROHIBITION
                                    && (clause.only() && !Wording.TELLS.begins(clause.quote())
                                            || isAddition(clause)))) {
                clause = continued(clause, clause.mood() == Mood.PROHIBITION ? order.withOperations(ordered) : order);
            }
            fresh.set(at, clause);
            boolean other = clause.mood() == Mood.PROHIBITION
                    && (clause.operations().isEmpty() || clause.mentions().size() != 1);
            boolean timed = clause.mood() == Mood.PROHIBITION
                    && clause.mentions().stream()
                            .allMatch(mention -> mention.names().isEmpty()
                                    && mention.classes().isEmpty())
                    && Wording.MOMENT.in(clause.quote());
            boolean about = clause.mood() == Mood.STATEMENT
                    && !spokenOf.isEmpty()
                    && Wording.TELLS.begins(clause.quote())
                    && !NAMELY.matcher(clause.quote()).matches();
            if (!other && !timed && !about && clause.mentions().stream().anyMatch(Mention::tells)) {
                boolean belongs = clause.mood() == Mood.STATEMENT && Wording.BELONGS.begins(clause.quote());
                spokenOf = belongs ? joined(spokenOf, clause.mentions()) : clause.mentions();
            }
            if (clause.mood() == Mood.ORDER
                    && ordered.contains("stop")
                    && clause.operations().contains("start")) {
                clause = clause.withOperations(restarted(clause.operations()));
                fresh.set(at, clause);
            }
            if (!clause.operations().isEmpty() && clause.mood() != Mood.PROHIBITION) {
                order = clause;
                ordered.addAll(clause.operations());
            }
        }
    }

    /** {@code shut it down and start it again}. */
    private static Set<String> restarted(Set<String> started) {
        Set<String> operations = new LinkedHashSet<>(started);
        operations.add("restart");
        return operations;
    }

    /** Whether a clause says what is to be done, or kept, and leaves to what was said before to what. */
    private static boolean pointsBack(Clause clause, boolean tells, boolean points) {
        if (tells) {
            return points && !clause.operations().isEmpty() && clause.mood() != Mood.PROHIBITION;
        }
        boolean all = clause.mentions().stream()
                .anyMatch(mention -> mention.all() && mention.classes().isEmpty());
        if (clause.mood() == Mood.PROHIBITION) {
            boolean sorts = clause.mentions().stream()
                    .anyMatch(mention -> !mention.classes().isEmpty());
            return clause.operations().isEmpty() && (points || all) && !sorts;
        }
        return !clause.operations().isEmpty()
                && (points || all || clause.mentions().isEmpty());
    }

    /** Whether a clause chooses some of what was spoken of: {@code the first one}, {@code the others}. */
    private static boolean choosesAmong(Clause clause) {
        if (clause.mood() == Mood.PROHIBITION && Wording.REST.in(clause.quote())) {
            return true;
        }
        return clause.mentions().stream()
                .filter(Mention::pointing)
                .flatMap(mention -> mention.words().stream())
                .anyMatch(Lexicon.standard()::isRank);
    }

    private static boolean isAddition(Clause clause) {
        return Wording.ADDS.begins(clause.quote()) && clause.mentions().stream().anyMatch(Mention::tells);
    }

    /** {@code same for staging}: the same is to be done to the same thing in another place. */
    private static boolean isEllipsis(Clause clause) {
        return clause.mood() == Mood.STATEMENT
                && clause.operations().isEmpty()
                && Wording.REPEATS.begins(clause.quote())
                && clause.mentions().stream().noneMatch(Mention::tells)
                && clause.mentions().stream()
                        .anyMatch(mention -> !mention.places().isEmpty());
    }

    /** {@code I'd like a table dropped} - {@code orders_old, please}: the second message names what the first did not. */
    private static boolean answers(Clause clause, Clause order) {
        boolean open = order.mentions().stream()
                .allMatch(mention ->
                        mention.names().isEmpty() && (!mention.pointing() || mention.mine()) && !mention.all());
        return clause.mood() == Mood.STATEMENT
                && clause.operations().isEmpty()
                && open
                && clause.mentions().stream()
                        .anyMatch(mention -> !mention.names().isEmpty())
                && NAMELY.matcher(clause.quote()).matches();
    }

    private static List<Mention> elsewhere(Clause clause, Clause order) {
        return pointed(clause.mentions(), order.mentions());
    }

    private static Clause continued(Clause clause, Clause order) {
        return new Clause(
                clause.mood() == Mood.STATEMENT ? order.mood() : clause.mood(),
                order.operations(),
                clause.mentions(),
                List.of(),
                clause.places(),
                clause.only(),
                clause.condition().isEmpty() ? order.condition() : clause.condition(),
                clause.message(),
                clause.quote());
    }

    private static List<Mention> joined(List<Mention> own, List<Mention> spokenOf) {
        List<Mention> all = new ArrayList<>();
        own.stream()
                .filter(each -> each.tells() || !each.classes().isEmpty() || each.pointing())
                .forEach(all::add);
        all.addAll(spokenOf);
        return all;
    }

    /** What was spoken of last, or, where another sort of thing is pointed to, what was last called so: {@code the doc}. */
    private static List<Mention> ofSort(List<Mention> pointing, List<Mention> spokenOf, List<Clause> earlier) {
        Set<String> sorts = new LinkedHashSet<>();
        pointing.stream().filter(Mention::pointing).forEach(each -> sorts.addAll(each.classes()));
        if (sorts.isEmpty() || spokenOf.stream().anyMatch(each -> isOf(sorts, each))) {
            return spokenOf;
        }
        return earlier.reversed().stream()
                .filter(clause -> clause.mood() != Mood.PROHIBITION)
                .flatMap(clause -> clause.mentions().stream())
                .filter(each -> each.tells() && isOf(sorts, each))
                .findFirst()
                .map(List::of)
                .orElse(spokenOf);
    }

    private static boolean isOf(Set<String> sorts, Mention mention) {
        return !Collections.disjoint(sorts, mention.classes());
    }

    /** What was spoken of, with the places that the pointing words add. */
    private static List<Mention> pointed(List<Mention> pointing, List<Mention> spokenOf) {
        Set<Place> places = new LinkedHashSet<>();
        pointing.forEach(each -> places.addAll(each.places()));
        if (places.isEmpty()) {
            return spokenOf;
        }
        return spokenOf.stream().map(each -> each.in(places)).toList();
    }

    /** The order of the message before, which an ellipsis may take up. */
    private static @Nullable Clause lastOrder(List<Clause> before) {
        return before.isEmpty() || before.getLast().mood() != Mood.ORDER ? null : before.getLast();
    }

    private static List<Mention> lastMentions(List<Clause> clauses) {
        for (int at = clauses.size() - 1; at >= 0; at--) {
            Clause clause = clauses.get(at);
            if (clause.mood() != Mood.PROHIBITION && clause.mentions().stream().anyMatch(Mention::tells)) {
                return clause.mentions();
            }
        }
        return List.of();
    }
}
