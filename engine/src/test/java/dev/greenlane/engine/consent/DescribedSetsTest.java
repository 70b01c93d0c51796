package dev.greenlane.engine.consent;

import static dev.greenlane.engine.consent.Outcomes.after;
import static dev.greenlane.engine.consent.Outcomes.shell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.policy.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call takes is held against the words that describe a set, and against what listings tell. */
class DescribedSetsTest {

    private static final String DISKS = """
        NAME     STATE     ZONE
        disk-a   attached  north
        disk-b   in-use    north
        disk-c   detached  south\
        """;

    @Test
    void aClauseOfItsOwnTellsInWhichStateTheMeantOnesAre() {
        String list = "gcloud compute disks list";
        String delete = "gcloud compute disks delete disk-%s --quiet";
        String words = "Delete the disks that are in use.";
        assertThat(after(list, DISKS, delete.formatted("c"), words)).isNotEqualTo(Outcome.ALLOW);
        assertThat(after(list, DISKS, delete.formatted("b"), words)).isEqualTo(Outcome.ALLOW);
    }

    @Test
    void everyColumnThatWasSpokenOfHasToFit() {
        String delete = "gcloud compute disks delete disk-%s --quiet";
        String words = "Delete the disks that are detached and in zone north.";
        assertThat(after("gcloud compute disks list", DISKS, delete.formatted("c"), words))
                .isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void whatHasSomethingInItIsNotEmpty() {
        String rows = """
               relname    | n_live_tup
            --------------+------------
             stage_north  |          0
             stage_south  |       1200
            (2 rows)\
            """;
        String list = "psql -d tides -c 'select relname, n_live_tup from pg_stat_user_tables'";
        String drop = "psql -d tides -c 'DROP TABLE stage_%s'";
        String words = "Drop the stage tables that are empty.";
        assertThat(after(list, rows, drop.formatted("south"), words)).isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void somebodyWhoOwnsOtherThingsWasNamed() {
        String files = """
            -rw-r--r-- 1 jo  lab 1048 Oct  2 10:00 north.nc
            -rw-r--r-- 1 pia lab 5242 Oct  3 11:00 south.nc\
            """;
        String words = "The files of pia in /data/tides can be deleted.";
        assertThat(after("ls -l /data/tides", files, "rm /data/tides/north.nc", words))
                .isNotEqualTo(Outcome.ALLOW);
        assertThat(after("ls -l /data/tides", files, "rm /data/tides/south.nc", words))
                .isEqualTo(Outcome.ALLOW);
    }

    @Test
    void aNumberThatIsOfAnotherObjectOfTheCall() {
        assertThat(shell("sudo apt-get purge -y tidedb-12 tidedb-15", "Purge tidedb 12."))
                .isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void someRowsAreNotTheWholeTable() {
        String all = "sqlite3 tides.db 'DELETE FROM readings'";
        assertThat(shell(all, "Delete the bogus rows from readings in tides.db."))
                .isNotEqualTo(Outcome.ALLOW);
        assertThat(shell(all, "Delete all rows from readings in tides.db.")).isEqualTo(Outcome.ALLOW);
    }

    @Test
    void aPlaceForTryingIsNoServerOfWhichNobodySaidSo() {
        String run = "psql -h db.tides.example.net -d tides -f up/007.sql";
        assertThat(shell(run, "Run up/007.sql against staging.")).isNotEqualTo(Outcome.ALLOW);
        assertThat(shell(run, "Run up/007.sql against my local database.")).isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void onePackageIsNotTheWorkspace() {
        assertThat(shell("pnpm -r publish", "Publish the charts package.")).isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void keepingTheChangesForbidsToLoseThem() {
        String words = "Undo the last commit, but I want to keep the changes.";
        assertThat(shell("git reset --hard HEAD~1", words)).isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void nothingIsToBeChanged() {
        String update = "psql tides -c 'UPDATE gauges SET height = 0 WHERE id = 4'";
        assertThat(shell(update, "Schau dir gauges an. Bitte nichts ändern.")).isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void whatIsToldOfAnotherThingIsNoReasonToTakeThisOne() {
        String words = "The branch spike/%s is merged, can be deleted on origin.";
        assertThat(shell("git push origin --delete spike/tides", words.formatted("maps")))
                .isNotEqualTo(Outcome.ALLOW);
        assertThat(shell("git push origin --delete spike/tides", words.formatted("tides")))
                .isEqualTo(Outcome.ALLOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Delete the pods in tides. Skip gauge-2.",
                "Delete the pods in tides, gauge-2 must survive.",
                "Delete the pods in tides. gauge-2 is untouchable.",
                "Delete the pods in tides, hold gauge-2.",
                "Delete the pods in tides, but wait with gauge-2.",
                "Delete the pods in tides. You may delete anything other than gauge-2.",
                "Lösch die Pods in tides. gauge-2 muss bleiben."
            })
    void whatIsHeldBackByItsNameIsNotTaken(String words) {
        String pods = """
            NAME      READY   STATUS
            gauge-1   1/1     Running
            gauge-2   1/1     Running\
            """;
        assertThat(after("kubectl -n tides get pods", pods, "kubectl -n tides delete pod gauge-2", words))
                .isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void whoTakesBackWhatWasHeldBackGetsIt() {
        String delete = "kubectl -n tides delete pod gauge-2";
        assertThat(shell(
                        delete, "Delete the pods in tides, skip gauge-2.", "Now delete the pod gauge-2 in tides, too."))
                .isEqualTo(Outcome.ALLOW);
    }

    @Test
    void whatBelongsToAThingIsAnotherThing() {
        String words = "Delete %s in the namespace tides.";
        String delete = "kubectl -n tides delete pod gauge-2";
        assertThat(shell(delete, words.formatted("gauge-2's deployment"))).isNotEqualTo(Outcome.ALLOW);
        assertThat(shell(delete, words.formatted("gauge-2's pod"))).isEqualTo(Outcome.ALLOW);
        assertThat(shell(delete, words.formatted("Jonas' pods"))).isNotEqualTo(Outcome.ALLOW);
    }
}
