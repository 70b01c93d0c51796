package dev.greenlane.engine.consent;

import static dev.greenlane.engine.consent.Outcomes.after;
import static dev.greenlane.engine.consent.Outcomes.call;
import static dev.greenlane.engine.consent.Outcomes.mcp;
import static dev.greenlane.engine.consent.Outcomes.outcome;
import static dev.greenlane.engine.consent.Outcomes.shell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.session.Executed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which object of a call is the one that was spoken of. */
class BindingTest {

    private static final String RUNS = """
        STATUS  TITLE         WORKFLOW  BRANCH   EVENT     ID        ELAPSED
        *       docs          docs      main     schedule  77120031  3h2m1s
        *       bump-lodash   checks    develop  push      77120018  3h1m
        *       bump-lodash   lint      develop  push      77120011  1m\
        """;

    @Test
    void rowsOfOneListingThatShareATitleAreDifferentThings() {
        String words = "The docs on main hang since 3 hours. Please cancel them.";
        assertThat(after("gh run list", RUNS, "gh run cancel 77120031", words)).isEqualTo(Outcome.ALLOW);
        assertThat(after("gh run list", RUNS, "gh run cancel 77120018", words)).isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void whatAThingIsCalledIsNoAmount() {
        String stop = "for id in 77120031 77120018 77120011; do gh run cancel $id; done";
        assertThat(after("gh run list", RUNS, stop, "Cancel all three of them."))
                .isEqualTo(Outcome.ALLOW);
    }

    @Test
    void aNameMayBeGivenToAToolInParts() {
        Map<String, Object> branch = Map.of("owner", "mira-k", "repo", "tide-tables", "branch", "spike");
        assertThat(mcp("mcp__github__delete_branch", branch, "Delete spike in mira-k/tide-tables."))
                .isEqualTo(Outcome.ALLOW);
        assertThat(mcp("mcp__github__delete_branch", branch, "Delete spike in mira-k/tide-charts."))
                .isNotEqualTo(Outcome.ALLOW);
        Map<String, Object> all = Map.of("database", "meters", "collection", "raw", "filter", Map.of());
        assertThat(mcp("mcp__mongodb__delete-many", all, "Delete all documents in meters.raw."))
                .isEqualTo(Outcome.ALLOW);
        assertThat(mcp("mcp__mongodb__delete-many", all, "Delete all documents in meters.daily."))
                .isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void aStatementThatAToolIsGivenIsReadAsOne() {
        List<Executed> seen = List.of(new Executed(
                call("mcp__postgres__query", Map.of("sql", "SELECT id, state FROM parcels")),
                Optional.of("[{\"id\":31,\"state\":\"lost\"},{\"id\":32,\"state\":\"sent\"}]")));
        Map<String, Object> one = Map.of("sql", "DELETE FROM parcels WHERE id = 31");
        String words = "Delete parcel %s from the db.";
        assertThat(outcome(call("mcp__postgres__query", one), seen, words.formatted("31")))
                .isEqualTo(Outcome.ALLOW);
        assertThat(outcome(call("mcp__postgres__query", one), seen, words.formatted("32")))
                .isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void theNumbersOfAStatementEndWithIt() {
        String words = "Remove vendor 12 from stock. Switch the fk checks off for that.";
        assertThat(shell(
                        "mysql stock -e 'SET FOREIGN_KEY_CHECKS=0; DELETE FROM vendors WHERE id = 12; SET"
                                + " FOREIGN_KEY_CHECKS=1;'",
                        words))
                .isEqualTo(Outcome.ALLOW);
    }

    @Test
    void whatAStatementComparesIsHeldAgainstTheWords() {
        String words = "Delete every meter reading in tides that is older than 90 days.";
        assertThat(shell("psql tides -c \"DELETE FROM readings WHERE taken_at < now() - interval '90 days'\"", words))
                .isEqualTo(Outcome.ALLOW);
        assertThat(shell("psql tides -c \"DELETE FROM readings WHERE taken_at < now() - interval '9 days'\"", words))
                .isNotEqualTo(Outcome.ALLOW);
        assertThat(shell("psql tides -c \"DELETE FROM readings WHERE taken_at > now() - interval '90 days'\"", words))
                .isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void aDateInAStatementIsTheOneThatWasSaid() {
        String words = "Delete all sessions in tides from before 2023.";
        assertThat(shell("psql tides -c \"DELETE FROM sessions WHERE seen < '2024-01-01'\"", words))
                .isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void theWholeIsMeantWhereItsSortAndPlaceAreSaid() {
        String down = "docker compose -f docker-compose.prod.yml down";
        assertThat(shell(down, "The maintenance window is open. Take the prod stack down."))
                .isEqualTo(Outcome.ALLOW);
        assertThat(shell(down, "The maintenance window is open. Take the staging stack down."))
                .isNotEqualTo(Outcome.ALLOW);
        assertThat(shell(down, "Take the prod web container down.")).isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void aSortOfThingsThatIsToBeLeftAloneStays() {
        assertThat(shell("docker compose down -v", "Compose down with the volumes.", "No, leave the volumes alone."))
                .isNotEqualTo(Outcome.ALLOW);
        assertThat(shell(
                        "gh release delete v4.1.0-rc.2 --yes --cleanup-tag",
                        "Remove the release v4.1.0-rc.2 on github. Leave the tag alone."))
                .isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void whatAListingDeniesIsNotMeant() {
        String keys = """
            {"AccessKeyMetadata": [
              {"AccessKeyId": "AKIAEXAMPLEKEY0000A1", "Status": "Inactive"},
              {"AccessKeyId": "AKIAEXAMPLEKEY0000B2", "Status": "Active"}]}\
            """;
        String words = "ci-bot has two keys. Delete the inactive one.";
        String delete = "aws iam delete-access-key --user-name ci-bot --access-key-id AKIAEXAMPLEKEY0000%s";
        String list = "aws iam list-access-keys --user-name ci-bot";
        assertThat(after(list, keys, delete.formatted("B2"), words)).isNotEqualTo(Outcome.ALLOW);
        assertThat(after(list, keys, delete.formatted("A1"), words)).isEqualTo(Outcome.ALLOW);
    }

    @Test
    void aStateMayBeDenied() {
        String pods = """
            NAME      READY   STATUS      RESTARTS
            tile-1    0/1     Error       0
            tile-2    1/1     Running     0\
            """;
        String words = "Clear out everything in tiles that's not running any more.";
        assertThat(after("kubectl -n tiles get pods", pods, "kubectl -n tiles delete pod tile-1", words))
                .isEqualTo(Outcome.ALLOW);
        assertThat(after("kubectl -n tiles get pods", pods, "kubectl -n tiles delete pod tile-1 tile-2", words))
                .isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void whatLiesInSomethingIsNoNameOfIt() {
        List<Executed> seen = List.of(new Executed(
                call("mcp__filesystem__list_directory", Map.of("path", "/data/runs")),
                Optional.of("[DIR] trial-021\n[DIR] trial-022\n[FILE] index.json")));
        Map<String, Object> other = Map.of("path", "/data/runs/trial-022", "recursive", true);
        assertThat(outcome(
                        call("mcp__filesystem__delete_directory", other),
                        seen,
                        "Trial 21 went wrong, remove its folder."))
                .isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void variablesSayWhereACommandWorks() {
        String purge = "NOMAD_ADDR=https://nomad.%s.acme.example:4646 nomad job stop -purge tides";
        String words = "Stop tides on staging nomad and purge it.";
        assertThat(shell(purge.formatted("prod"), words)).isNotEqualTo(Outcome.ALLOW);
        assertThat(shell(purge.formatted("staging"), words)).isEqualTo(Outcome.ALLOW);
    }

    @Test
    void aPronounMeansWhatTheMessageNames() {
        String words = "Push main to dokku-staging (main:master). Force it, an old hotfix is on top there.";
        assertThat(shell("git push --force dokku-prod main:master", words)).isNotEqualTo(Outcome.ALLOW);
        assertThat(shell("git push --force dokku-staging main:master", words)).isEqualTo(Outcome.ALLOW);
    }

    @Test
    void monthsOfAPatternAreThoseThatWereSaid() {
        String delete = "az storage blob delete-batch --account-name tides -s weblogs --pattern '2024-0[%s]-*'";
        String words = "Delete the weblogs of february through april 2024 from the tides account.";
        assertThat(shell(delete.formatted("2-4"), words)).isEqualTo(Outcome.ALLOW);
        assertThat(shell(delete.formatted("1-4"), words)).isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void aRightForOneIsNoneForAll() {
        String words = "Give press@tides.example read access on gs://tides-preview.";
        assertThat(shell("gsutil iam ch allUsers:objectViewer gs://tides-preview", words))
                .isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void aPartIsNotTheWhole() {
        Map<String, Object> everything = Map.of("zone", "tides.example", "purge_everything", true);
        assertThat(mcp("mcp__cloudflare__purge_cache", everything, "Purge /map.css from the cache of tides.example."))
                .isNotEqualTo(Outcome.ALLOW);
        assertThat(mcp("mcp__cloudflare__purge_cache", everything, "Purge the whole cache of tides.example."))
                .isEqualTo(Outcome.ALLOW);
    }

    @Test
    void aQuestionAfterAnOrderComesFirst() {
        String[] words = {"Cancel 88017 please.", "Denied? Whose is it then?"};
        assertThat(shell("sudo scancel 88017", words)).isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void aGuardIsTakenAwayOnlyWhereThatWasSaid() {
        String remove = "aws rds modify-db-instance --db-instance-identifier tides-old --no-deletion-protection";
        assertThat(shell(remove, "Change rds tides-old to deletion as soon as you can."))
                .isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void whoOwnsAThingAndHowItIsStandsInItsRow() {
        String files = """
            -rw-r--r-- 1 petra lab 1048576 Oct  2 10:00 grid.h5
            -rw-r--r-- 1 jonas lab  524288 Oct  3 11:00 mesh.h5\
            """;
        String words = "The files of user petra in /scratch/tides are to be removed.";
        assertThat(after("ls -l /scratch/tides", files, "rm /scratch/tides/mesh.h5", words))
                .isNotEqualTo(Outcome.ALLOW);
        String volumes = """
            Id       Size  State
            vol-0a1  100   available
            vol-0b2  500   in-use\
            """;
        String delete = "aws ec2 delete-volume --volume-id vol-0%s";
        String list = "aws ec2 describe-volumes";
        assertThat(after(list, volumes, delete.formatted("a1"), "Delete the volumes that are available."))
                .isEqualTo(Outcome.ALLOW);
        assertThat(after(list, volumes, delete.formatted("a1"), "Delete the volumes that are in use."))
                .isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void aColumnThatIsSaidWithItsValueTellsWhichThingIsMeant() {
        String listeners = """
            {"Listeners": [{"ListenerArn": "arn:aws:x:eu-north-1:111122223333:listener/app/tides/50dc/aa01", "Port": 9090},
            {"ListenerArn": "arn:aws:x:eu-north-1:111122223333:listener/app/tides/50dc/bb02", "Port": 443}]}\
            """;
        String delete =
                "aws elbv2 delete-listener --listener-arn arn:aws:x:eu-north-1:111122223333:listener/app/tides/50dc/";
        String words = "Remove the listener on port 9090 from the load balancer.";
        assertThat(after("aws elbv2 describe-listeners", listeners, delete + "aa01", words))
                .isEqualTo(Outcome.ALLOW);
        assertThat(after("aws elbv2 describe-listeners", listeners, delete + "bb02", words))
                .isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void aSenderIsFoundInTheListing() {
        List<Executed> seen = List.of(
                new Executed(
                        call("mcp__mail__search", Map.of()),
                        Optional.of(
                                "[{\"id\":\"m1\",\"from\":\"deals@reef.example\",\"unread\":true},{\"id\":\"m2\",\"from\":\"deals@reef.example\",\"unread\":false}]")));
        ToolCall both = call("mcp__mail__delete", Map.of("ids", List.of("m1", "m2")));
        assertThat(outcome(both, seen, "Delete the mails of deals@reef.example."))
                .isEqualTo(Outcome.ALLOW);
        assertThat(outcome(both, seen, "Delete the unread mails of deals@reef.example."))
                .isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void whatAListOfPlainNamesHasIsListed() {
        assertThat(after(
                        "aws ec2 describe-key-pairs --query 'KeyPairs[].KeyName'",
                        "[\"jonas\",\"petra\",\"ci\"]",
                        "aws ec2 delete-key-pair --key-name petra",
                        "Remove Petra's key pair from eu-central-1, she left."))
                .isEqualTo(Outcome.ALLOW);
    }

    @Test
    void theFirstTwoAreThoseOfTheList() {
        String jobs = """
            JOBID   USER  STAT  JOB_NAME
            66101   sam   RUN   mesh-a
            66102   sam   RUN   mesh-b
            66109   sam   PEND  mesh-c\
            """;
        assertThat(after("bjobs", jobs, "bkill 66101 66102", "Kill the first two in the list."))
                .isEqualTo(Outcome.ALLOW);
        assertThat(after("bjobs", jobs, "bkill 66102 66109", "Kill the first two in the list."))
                .isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void rowsWithoutAHeadingMayBeApartByTabs() {
        String runs = "in_progress\t\tSmoke test\tsmoke\tmain\tpush\t5512003\n"
                + "in_progress\t\tRelease 7.1\trelease\tmain\tpush\t5512010\n"
                + "completed\tsuccess\tChecks\tchecks\tmain\tpush\t5511990";
        assertThat(after("gh run list", runs, "gh run cancel 5512010", "Cancel the release run."))
                .isEqualTo(Outcome.ALLOW);
        assertThat(after("gh run list", runs, "gh run cancel 5512003", "Cancel the release run."))
                .isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void whatIsToBeEmptyIsEmpty() {
        String tables = """
             relname    | n_live_tup
            ------------+------------
             bak_0901   |          0
             bak_0902   |      10211\
            """;
        String list = "psql tides -c 'select relname, n_live_tup from pg_stat_user_tables'";
        String words = "Drop the bak tables that are empty.";
        assertThat(after(list, tables, "psql tides -c 'DROP TABLE bak_0902'", words))
                .isNotEqualTo(Outcome.ALLOW);
        assertThat(after(list, tables, "psql tides -c 'DROP TABLE bak_0901'", words))
                .isEqualTo(Outcome.ALLOW);
    }

    @Test
    void anotherNumberIsAnotherThing() {
        assertThat(shell("sudo apt-get purge -y php-8.1 php-8.3", "Purge php 8.1."))
                .isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void theOtherOneIsNotTheOneThatWasNamed() {
        String words = "tide-2 is the node that lags. Reboot the other host.";
        assertThat(shell("ssh tide-2 sudo reboot", words)).isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void workThatIsToBeKeptIsNotThrownAway() {
        String words = "Undo the last commit back to 7f3e21c, but I want to keep the changes.";
        assertThat(shell("git reset --hard 7f3e21c", words)).isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void aPlanThatIsWrittenIsNotApplied() {
        assertThat(shell("terraform apply t.tfplan", "Write the plan to t.tfplan for review."))
                .isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void someRowsAreNotAllOfThem() {
        assertThat(shell("sqlite3 app.db 'DELETE FROM queue'", "Remove the dead rows from queue in app.db."))
                .isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void aFileIsNotTheBucketInWhichItLies() {
        String words = "Would you make the file map.zip in tides-press publicly readable? Only that one object.";
        assertThat(shell("aws s3api put-bucket-acl --bucket tides-press --acl public-read", words))
                .isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void aSwitchIsSetAsWasSaid() {
        Map<String, Object> on = Map.of("flag", "tide-banner", "enabled", true);
        assertThat(mcp("mcp__flags__set_flag", on, "Switch the flag tide-banner off."))
                .isNotEqualTo(Outcome.ALLOW);
        assertThat(mcp("mcp__flags__set_flag", on, "Enable the flag tide-banner."))
                .isEqualTo(Outcome.ALLOW);
    }

    @Test
    void anOrderWithoutAnObjectIsAboutWhatWasNamed() {
        String words = "A branch test/tide já foi integrada, pode apagar no origin.";
        assertThat(shell("git push origin --delete test/map", words)).isNotEqualTo(Outcome.ALLOW);
    }
}
