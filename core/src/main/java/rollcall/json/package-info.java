/** Reading JSON (RFC 8259) from bytes in one pass, without garbage and without exceptions. */
package rollcall.json;
