package dev.greenlane.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.data.Problem;
import dev.greenlane.engine.data.Problems;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptionErrorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "programm: x; 2: 'programm' is not known for a program",
                "program: a/b; 1: a program's name is one word without a folder",
                "style: gnuu; 2: style 'gnuu' is not known; known are gnu",
                "flags: [-r]; 2: 'flags' must have entries",
                "flags: {-r}; 2: '-r' has no colon",
                "flags: {x: y}; 2: 'x' is no flag",
                "flags: {-o file: y}; 2: '-o file': the value must be an upper-case word",
                "flags: {-o: Upper}; 2: 'Upper' is no name",
                "flags: {-o: stdin}; 2: 'stdin' has a meaning of its own",
                "operands: [a..., b...]; 2: only one operand can end in '...'",
                "effects: {file-read: x}; 2: 'effects' must be a list",
                "effects: [{file-raed: x}]; 2: there is no effect kind 'file-raed'",
                "effects: [{file-read: x}]; 2: no flag or operand is called 'x'; known here are dry-run, help, operand",
                "effects: [{file-read: dry-run}]; 2: 'dry-run' is a flag without a value",
                "effects: [{file-read: operand, wenn: x}]; 2: one effect has several kinds or unknown properties",
                "effects: [{file-read: operand, traits: [foo]}]; 2: there is no trait 'foo'",
                "effects: [{file-read: operand, traits: [force?]}]; 2: no flag or operand is called 'force'",
                "effects: [{file-read: operand, when: [x]}]; 2: no flag or operand is called 'x'",
                "effects: [{file-read: operand, when: ['operand=[']}]; 2: a bracket is not closed",
                "effects: [{file-read: operand, certainty: sure}]; 2: 'certainty' is",
                "effects: [{file-read: operand, reversible: maybe}]; 2: 'reversible' is",
                "effects: [{file-read: '={x'}]; 2: a brace is not closed",
                "runs: [{script: operand}]; 2: 'language' is missing",
                "runs: [{script: operand, language: klingon}]; 2: language 'klingon' is not known",
                "runs: [{at: moon}]; 2: an entry of 'runs' needs one of",
                "runs: [{command: operand, at: moon}]; 2: 'at' is container or remote",
                "subcommands: {a b: {}}; 2: 'a b' is two words",
                "subcommands: {a: {flag: {}}}; 2: 'flag' is not known for a subcommand",
                "like: nobody; 2: 'like: nobody' names no described program",
                "like: tool; 2: 'like: tool' goes round in a circle",
                "examples: {x: y}; 2: the effects of an example are a list",
                "examples: {x: [foo y]}; 2: there is no effect kind 'foo'",
                "about: [; not YAML",
            })
    void each_problem_says_where_and_what(String line, String expected) {
        String yaml = line.startsWith("program:") ? line : "program: tool\n" + line;
        String complete = yaml.contains("examples") ? yaml : yaml + "\nexamples: {}";
        assertThat(Described.problems(complete))
                .isNotEmpty()
                .anySatisfy(problem -> assertThat(problem).contains(expected));
    }

    @Test
    void problems_of_all_files_are_found_together() {
        Problems problems = new Problems();
        Descriptions.read(
                Map.of(
                        "a.yaml", "program: same\nexamples: {}",
                        "b.yaml", "program: [other, same]\nstyle: x\nexamples: {}",
                        "c.yaml", "program: third"),
                trait -> true,
                problems);
        assertThat(problems.list())
                .extracting(Problem::message)
                .anySatisfy(message -> assertThat(message).startsWith("'same' is also described in"))
                .anySatisfy(message -> assertThat(message).startsWith("style 'x' is not known"))
                .anySatisfy(message -> assertThat(message).startsWith("'examples:' are missing"));
    }
}
