package dev.greenlane.syntax.shell;

import java.util.List;

/** The readers of one source, each for a part of the grammar. They call each other and share one cursor. */
final class Grammar {
    final Source source;
    final Run run;
    final Cursor in;
    final WordReader words;
    final ExpansionReader expansions;
    final ParameterReader parameters;
    final ArithmeticReader arithmetic;
    final ConditionReader conditions;
    final AssignmentReader assignments;
    final RedirectReader redirects;
    final CommandReader commands;
    final CompoundReader compounds;
    final HereDocuments hereDocuments;

    Grammar(Source source, Run run) {
        this.source = source;
        this.run = run;
        this.in = new Cursor(source.text());
        this.words = new WordReader(this);
        this.expansions = new ExpansionReader(this);
        this.parameters = new ParameterReader(this);
        this.arithmetic = new ArithmeticReader(this);
        this.conditions = new ConditionReader(this);
        this.assignments = new AssignmentReader(this);
        this.redirects = new RedirectReader(this);
        this.commands = new CommandReader(this);
        this.compounds = new CompoundReader(this);
        this.hereDocuments = new HereDocuments(this);
    }

    /** Steps over blanks, comments and newlines, and the here-documents behind a newline. */
    void skipNewlines() {
        in.skipBlanks();
        while (in.atNewline()) {
            in.takeNewline();
            hereDocuments.afterNewline();
            in.skipBlanks();
        }
    }

    Mark mark() {
        return new Mark(
                in.position(),
                in.limit(),
                run.nesting.depth(),
                run.nesting.height(),
                run.problems.count(),
                hereDocuments.state());
    }

    /** Takes back how deep the readers are in the text; keeps the place, and the problems found since. */
    void surface(Mark mark) {
        in.limitTo(mark.limit);
        run.nesting.restore(mark.depth, mark.height);
        hereDocuments.surface(mark.hereDocuments);
    }

    /** Takes back everything since the mark, the place included. */
    void rewind(Mark mark, List<HereDocuments.Pending> pending) {
        surface(mark);
        run.problems.forgetSince(mark.problems);
        in.moveTo(mark.position);
        hereDocuments.setPending(pending);
    }

    /** A place in the text, with how deep it is. */
    record Mark(int position, int limit, int depth, int height, int problems, HereDocuments.State hereDocuments) {}
}
