package dev.grapnel.core.error;

/** The stable code of each kind of error; {@code docs/errors.md} has a section for each. */
public enum ErrorCode {
    /** See {@link MappingException}. */
    MAPPING,
    /** See {@link UnmappedClassException}. */
    UNMAPPED,
    /** See {@link InvalidRequestException}. */
    INVALID_REQUEST,
    /** See {@link InvalidArgumentException}. */
    INVALID_ARGUMENT,
    /** See {@link AttributeNotSetException}. */
    ATTRIBUTE_NOT_SET,
    /** See {@link DetachedInstanceException}. */
    DETACHED,
    /** See {@link ObjectDeletedException}. */
    OBJECT_DELETED,
    /** See {@link FlushException}. */
    FLUSH,
    /** See {@link StaleDataException}. */
    STALE_DATA,
    /** See {@link CircularDependencyException}. */
    CIRCULAR_DEPENDENCY,
    /** See {@link PendingRollbackException}. */
    PENDING_ROLLBACK,
    /** See {@link TransactionClosedException}. */
    TRANSACTION_CLOSED,
    /** See {@link ObjectNotFoundException}. */
    OBJECT_NOT_FOUND,
    /** See {@link MultipleObjectsFoundException}. */
    MULTIPLE_OBJECTS_FOUND,
    /** See {@link DatabaseException}. */
    DATABASE,
    /** See {@link IntegrityException}. */
    INTEGRITY,
    /** See {@link PartialCommitException}. */
    PARTIAL_COMMIT,
    /** See {@link NotEnhancedException}. */
    NOT_ENHANCED,
    /** See {@link ValidationException}. */
    VALIDATION,
    /** The schema of a database is not that of the mapping; the exception belongs to the store. */
    SCHEMA_MISMATCH
}
