/** Reads what people outside the company write back to Vouch: wishes, answers, and days. */
@NullMarked
package dev.vouch.classify.reply;

import org.jspecify.annotations.NullMarked;
