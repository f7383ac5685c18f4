// SPDX-License-Identifier: Apache-2.0
/**
 * Libraries with data of their own, behind interfaces of the domain: language identification by the n-gram profiles of
 * optimaize's language-detector. They are loaded when they are first needed, once in a process.
 */
@NullMarked
package org.pointwatch.models;

import org.jspecify.annotations.NullMarked;
