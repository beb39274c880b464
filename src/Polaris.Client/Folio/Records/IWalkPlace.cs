namespace Polaris.Client.Folio;

/// <summary>Where a walk is: what to ask for next.</summary>
internal interface IWalkPlace<TRecord>
    where TRecord : ReferenceRecord
{
    CqlQuery Query { get; }

    int? Offset { get; }

    /// <summary>Moves behind a page; false when it cannot be the next one, so that no server can keep a walk going for ever.</summary>
    bool TryPass(IReadOnlyList<TRecord> page);
}
