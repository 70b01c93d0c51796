package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Clause.Mood;
import dev.greenlane.engine.consent.words.Mention;
import java.util.List;

/** Whether fewer things were counted than a call takes: {@code these two}. */
final class Counting {

    private Counting() {}

    /** Whether fewer were counted than the call takes: {@code these two}. */
    static boolean fewer(Clause clause, Deed deed, boolean compared) {
        int count = clause.mentions().stream().mapToInt(Mention::count).sum();
        boolean one = clause.mentions().size() == 1;
        boolean commits = deed.families().contains("vcs")
                && !compared
                && clause.mentions().stream()
                        .anyMatch(mention -> mention.classes().contains("commit") && !mention.plural());
        List<Mention> sorts = clause.mentions().stream()
                .filter(mention -> !mention.classes().isEmpty())
                .toList();
        boolean single = sorts.size() == 1
                && sorts.getFirst().equals(clause.mentions().getFirst())
                && !sorts.getFirst().plural()
                && clause.mentions().stream()
                        .allMatch(mention -> mention.names().isEmpty())
                && deed.together() > 1
                && deed.items().stream().allMatch(each -> each.listed().isPresent())
                && clause.mood() != Mood.PROHIBITION;
        boolean listed = deed.items().stream().anyMatch(each -> each.listed().isPresent());
        return single || one && count > 0 && count < deed.together() || commits && !listed && deed.together() > 1;
    }
}
