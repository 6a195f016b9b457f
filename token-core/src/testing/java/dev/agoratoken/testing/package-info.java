/** Support for the tests of all modules, which compile this folder into their tests. */
package dev.agoratoken.testing;
