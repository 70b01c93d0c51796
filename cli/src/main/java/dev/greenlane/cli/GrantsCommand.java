package dev.greenlane.cli;

import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json;
import dev.greenlane.api.Routes;
import dev.greenlane.engine.consent.grant.Act;
import dev.greenlane.engine.consent.grant.Grant;
import dev.greenlane.engine.consent.grant.Scope;
import dev.greenlane.store.LedgerFailure;
import dev.greenlane.store.LedgerReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code greenlane grants}. */
@Command(
        name = "grants",
        header = "Show what you have approved, or take it back.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane grants [OPTIONS]",
        descriptionHeading = "%n",
        description = "Shows the grants that hold, the newest at the end.",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Exit codes: 0, or 1 where there is no such grant."})
final class GrantsCommand implements Callable<Integer> {
    private final Outside outside;

    @Option(names = "--all", description = "Also those that have expired, or were used or revoked.")
    private boolean all;

    @Option(names = "--json", description = "One JSON object a line, with those that have ended.")
    private boolean json;

    @Option(names = "--revoke", paramLabel = "ID", description = "Take this one back.")
    private @Nullable String revoked;

    GrantsCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        if (revoked != null) {
            ByPerson.require(outside);
            Fields grant = Approval.ask(outside, "DELETE", Routes.GRANTS + "?id=" + Approval.quoted(revoked));
            outside.out().println(grant.anyText("grant") + " is revoked: " + grant.anyText("what"));
            return Exit.OK;
        }
        Instant now = Instant.now();
        List<Grant> shown = grants().stream()
                .filter(grant -> all || json || grant.holds(now))
                .toList();
        shown.forEach(grant -> outside.out().println(json ? Json.line(json(grant, now)) : line(grant, now)));
        if (shown.isEmpty() && !json) {
            outside.out().println("No grants.");
        }
        return Exit.OK;
    }

    private List<Grant> grants() {
        try {
            return LedgerReader.open(Resident.of(outside).places().ledger()).grants();
        } catch (LedgerFailure e) {
            if (e.kind() == LedgerFailure.Kind.ABSENT) {
                return List.of();
            }
            throw new Failure(Exit.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private static String line(Grant grant, Instant now) {
        String where = grant.scope() == Scope.PROJECT
                ? "project " + grant.project().orElse("")
                : (grant.scope() == Scope.ONCE ? "once in " : "session ") + grant.session();
        return grant.id() + "  " + grant.what() + "\n    " + where + "; " + state(grant, now) + "; given "
                + Approval.time(grant.created()) + by(grant)
                + (grant.entry() > 0 ? " for call " + grant.entry() : "");
    }

    private static String by(Grant grant) {
        String how = switch (grant.from()) {
            case DIALOG -> " in the agent's dialog";
            case COMMAND -> " with greenlane allow";
            case ANSWER -> " with greenlane approve";
        };
        return grant.by().isEmpty() ? how : " by " + grant.by() + how;
    }

    private static String state(Grant grant, Instant now) {
        return grant.ended()
                .map(end -> word(end.how()) + " " + Approval.time(end.time()))
                .orElseGet(() -> (grant.holds(now) ? "until " : "expired ") + Approval.time(grant.expires()));
    }

    private static Map<String, Object> json(Grant grant, Instant now) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("v", 1);
        json.put("grant", grant.id());
        json.put("holds", grant.holds(now));
        json.put("what", grant.what());
        grant.rule().ifPresent(rule -> json.put("rule", rule));
        json.put("effects", grant.acts().stream().map(GrantsCommand::json).toList());
        json.put("scope", grant.scope().id());
        json.put("session", grant.session());
        grant.project().ifPresent(project -> json.put("project", project));
        json.put("created", grant.created().toString());
        json.put("expires", grant.expires().toString());
        json.put("by", grant.by());
        json.put("from", word(grant.from()));
        json.put("entry", grant.entry());
        grant.ended().ifPresent(end -> {
            json.put("ended", end.time().toString());
            json.put("how", word(end.how()));
        });
        return json;
    }

    private static Map<String, Object> json(Act act) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", act.kind().id());
        json.put("target", act.target());
        return json;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
