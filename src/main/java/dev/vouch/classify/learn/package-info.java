/**
 * From the corrections of one workspace to what is added to the shipped heads: examples, training,
 * the check.
 */
@NullMarked
package dev.vouch.classify.learn;

import org.jspecify.annotations.NullMarked;
