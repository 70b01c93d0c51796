package dev.greenlane.engine.consent.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.call.ToolNames;
import dev.greenlane.engine.consent.Consent;
import dev.greenlane.engine.consent.Opinion;
import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.Reversibility;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.policy.Finding;
import dev.greenlane.engine.policy.Judgement;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.policy.Policy;
import dev.greenlane.engine.policy.PolicyContext;
import dev.greenlane.engine.policy.Strength;
import dev.greenlane.engine.session.Session;
import dev.greenlane.engine.understand.Understander;
import dev.greenlane.engine.understand.Understanding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Grants against a second, simpler account of what a command does. */
class GrantsProperties {
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    private static final Understander UNDERSTANDER = Understander.load();
    private static final Policy POLICY = Policy.defaults();
    private static final Surroundings APP = new Surroundings(Optional.of("/work/app"), Optional.of("/home/ada"));

    /**
     * A command that deletes, and what it deletes.
     *
     * @param tree whether what lies below goes, too
     * @param host where; empty for here
     */
    record Deletion(String command, String path, boolean tree, String host) {
        boolean isWithin(Deletion approved) {
            boolean same = path.equals(approved.path) && (tree == approved.tree);
            boolean part = approved.tree && approved.host.isEmpty() && path.startsWith(approved.path + "/");
            return host.equals(approved.host) && (same || part);
        }
    }

    /** A command that forces a push, and where to. */
    record Push(String command, String remote, String branch, String folder) {
        boolean isWithin(Push approved) {
            return remote.equals(approved.remote) && branch.equals(approved.branch) && folder.equals(approved.folder);
        }
    }

    @Provide
    Arbitrary<Deletion> deletions() {
        Arbitrary<String> paths = Arbitraries.of("/srv/a", "/srv/a/b", "/srv/a/b/c", "/srv/ab", "/srv/c", "/srv");
        Arbitrary<String> forms = Arbitraries.of(
                "rm %s",
                "rm -f %s",
                "rm -r %s",
                "rm -rf %s",
                "rm -r -f %s/.",
                "T=%s; rm -rf \"$T\"",
                "bash -c 'rm -r %s'",
                "python3 -c \"import shutil; shutil.rmtree('%s')\"",
                "cd /srv && rm -r %s",
                "find %s -delete");
        Arbitrary<String> hosts = Arbitraries.of("", "", "", "web", "db");
        return Combinators.combine(forms, paths, hosts).as((form, path, host) -> {
            String here = String.format(form, path);
            boolean tree = !form.equals("rm %s") && !form.equals("rm -f %s");
            boolean plain = form.startsWith("rm") || host.isEmpty();
            return new Deletion(
                    host.isEmpty() || !plain ? here : "ssh " + host + " " + here, path, tree, plain ? host : "");
        });
    }

    @Provide
    Arbitrary<Push> pushes() {
        Arbitrary<String> forms = Arbitraries.of("push --force %s %s", "push -f %s %s", "push %s %s --force");
        Arbitrary<String> remotes = Arbitraries.of("origin", "upstream");
        Arbitrary<String> branches = Arbitraries.of("main", "feature", "main2");
        Arbitrary<String> folders = Arbitraries.of("", "", "/work/other");
        Arbitrary<Boolean> inside = Arbitraries.of(true, false);
        return Combinators.combine(forms, remotes, branches, folders, inside).as((form, remote, branch, folder, cd) -> {
            String push = String.format(form, remote, branch);
            String command = folder.isEmpty()
                    ? "git " + push
                    : cd ? "cd " + folder + " && git " + push : "git -C " + folder + " " + push;
            return new Push(command, remote, branch, folder);
        });
    }

    @Property(tries = 400)
    void no_grant_covers_more_than_was_approved(
            @ForAll("deletions") Deletion approved, @ForAll("deletions") Deletion wanted) {
        if (letsThrough(approved.command(), wanted.command())) {
            assertThat(wanted.isWithin(approved))
                    .as(approved + " covers " + wanted)
                    .isTrue();
        }
    }

    @Property(tries = 200)
    void a_push_is_covered_for_its_branch_remote_and_repository(
            @ForAll("pushes") Push approved, @ForAll("pushes") Push wanted) {
        if (letsThrough(approved.command(), wanted.command())) {
            assertThat(wanted.isWithin(approved))
                    .as(approved + " covers " + wanted)
                    .isTrue();
        }
    }

    @Property(tries = 200)
    void what_was_approved_is_covered_when_it_comes_again(@ForAll("pushes") Push push) {
        assertThat(letsThrough(push.command(), push.command())).isTrue();
    }

    @Property(tries = 100)
    void hard_rules_count_whatever_was_approved(@ForAll("hard") String command) {
        Understanding understood = understood(command);
        Judgement before = judged(understood, Consent.NONE);
        Set<String> rules = new TreeSet<>();
        before.findings().forEach(finding -> rules.add(finding.rule().id()));
        List<Grant> grants = new ArrayList<>(
                rules.stream().map(rule -> grant(List.of(), Optional.of(rule))).toList());
        grants.add(grant(acts(command, understood), Optional.empty()));
        Judgement after = judged(understood, new Grants(grants).over(shell(command), APP, understood));
        assertThat(after.outcome()).isEqualTo(Outcome.DENY);
        assertThat(after.findings())
                .filteredOn(finding -> finding.rule().strength() == Strength.HARD)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.opinion()).isEqualTo(Opinion.UNSAID))
                .allMatch(Finding::counts);
    }

    @Provide
    Arbitrary<String> hard() {
        return Arbitraries.of(
                "rm -rf /",
                "greenlane off",
                "greenlane allow LAST",
                "pkill -f greenlane",
                "rm -rf ~ && rm -rf /",
                "mkfs.ext4 /dev/sda");
    }

    @Property(tries = 500)
    void covering_goes_on(@ForAll("acts") Act one, @ForAll("acts") Act two, @ForAll("acts") Act three) {
        assertThat(one.covers(one)).isTrue();
        if (one.covers(two) && two.covers(three)) {
            assertThat(one.covers(three)).isTrue();
        }
    }

    @Property(tries = 300)
    void a_subagent_has_at_most_what_its_session_has(
            @ForAll("sessions") String given, @ForAll("sessions") String session, @ForAll("names") String child) {
        Grant grant = new Grant(
                1,
                List.of(),
                Optional.of("force-push"),
                "",
                Scope.SESSION,
                given,
                Optional.empty(),
                NOON,
                NOON.plus(Duration.ofHours(1)),
                "",
                Grant.From.COMMAND,
                1,
                Optional.empty());
        boolean inSession = grant.reaches(session, Optional.empty());
        boolean inChild = grant.reaches(session + "/" + child, Optional.empty());
        boolean ofChild = given.equals(session + "/" + child);
        assertThat(inChild).isEqualTo(inSession || ofChild);
        if (given.startsWith(session + "/")) {
            assertThat(inSession).isFalse();
        }
    }

    @Provide
    Arbitrary<String> sessions() {
        return Arbitraries.of("a:s", "a:s/x", "a:s/x/y", "a:s2", "b:s", "a:s/xy");
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("x", "y", "xy");
    }

    @Provide
    Arbitrary<Act> acts() {
        Arbitrary<EffectKind> kinds = Arbitraries.of(EffectKind.FILE_DELETE, EffectKind.FILE_WRITE);
        Arbitrary<String> targets = Arbitraries.of("/a", "/a/b", "/a/b/c", "/ab");
        Arbitrary<Set<String>> traits = Arbitraries.of(
                Set.of(), Set.of("recursive"), Set.of("recursive", "force"), Set.of("force"), Set.of("bulk"));
        Arbitrary<Reversibility> ways = Arbitraries.of(Reversibility.values());
        Arbitrary<Set<DataLabel>> data = Arbitraries.of(Set.of(), Set.of(DataLabel.PROJECT));
        Arbitrary<Optional<String>> sources = Arbitraries.of(Optional.empty(), Optional.of("/x"));
        return Combinators.combine(kinds, targets, traits, ways, data, sources)
                .as((kind, target, trait, way, carried, source) ->
                        new Act(kind, target, Place.HERE, way, trait, carried, source, Optional.empty()));
    }

    /** Whether a grant for one command lets another one through that is stopped without it. */
    private static boolean letsThrough(String approved, String wanted) {
        Understanding first = understood(approved);
        Understanding second = understood(wanted);
        Consent grants =
                new Grants(List.of(grant(acts(approved, first), Optional.empty()))).over(shell(wanted), APP, second);
        return judged(second, Consent.NONE).outcome() != Outcome.ALLOW
                && judged(second, grants).outcome() == Outcome.ALLOW;
    }

    private static ToolCall shell(String command) {
        return ToolNames.standard().call("Bash", Map.of("command", command));
    }

    private static Understanding understood(String command) {
        return UNDERSTANDER.understand(shell(command), APP, Files.NONE, Session.NEW.trail());
    }

    private static Judgement judged(Understanding understood, Consent consent) {
        List<Effect> effects = understood.all();
        return POLICY.judge(effects, PolicyContext.SHELL, consent);
    }

    private static List<Act> acts(String command, Understanding understood) {
        return new Acts(shell(command), APP, understood).all();
    }

    private static Grant grant(List<Act> acts, Optional<String> rule) {
        return new Grant(
                7,
                acts,
                rule,
                "",
                Scope.ONCE,
                "s",
                Optional.of("/work/app"),
                NOON,
                NOON.plus(Duration.ofHours(1)),
                "ada",
                Grant.From.COMMAND,
                1,
                Optional.empty());
    }
}
