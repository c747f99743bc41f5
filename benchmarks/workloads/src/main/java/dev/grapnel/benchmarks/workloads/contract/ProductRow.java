package dev.grapnel.benchmarks.workloads.contract;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The values of a product, without its key.
 *
 * @param name up to 60 characters
 * @param maker up to 60 characters
 * @param price with two decimals
 * @param stock pieces
 * @param since a day
 */
public record ProductRow(String name, String maker, BigDecimal price, int stock, LocalDate since) {}
