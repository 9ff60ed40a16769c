/** Stock: tickets become readings of shelves, shelves that run low become alerts, and donors are found for them. */
package rollcall.stock;
