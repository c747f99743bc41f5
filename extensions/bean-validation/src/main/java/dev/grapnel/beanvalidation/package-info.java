/**
 * Constraints of Jakarta Bean Validation, checked by listeners to the public events.
 *
 * <p>Enters: a {@code ValidatorFactory} of the application, and what to listen to. Leaves: a {@code ConstraintViolationException} that names
 * objects and attributes. Start reading at {@link dev.grapnel.beanvalidation.BeanValidation}.
 */
package dev.grapnel.beanvalidation;
