/**
 * Who judges here: the models that the settings name, their keys, the money that they may cost, and the rulings that are known
 * already. Its classes are loaded when a call is judged for the first time. Knows nothing of agents.
 */
@NullMarked
package dev.greenlane.service.judge;

import org.jspecify.annotations.NullMarked;
