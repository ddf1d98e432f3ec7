/**
 * Reading accounts and contacts from CSV files: what a file says, and what would follow from it.
 */
@NullMarked
package dev.vouch.app.accountfile;

import org.jspecify.annotations.NullMarked;
