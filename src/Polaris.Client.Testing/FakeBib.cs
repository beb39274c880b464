using Polaris.Client.Marc;

namespace Polaris.Client.Testing;

/// <summary>A bibliographic record as a <see cref="FakePolaris"/> holds it; a save replaces the object, it never
/// changes.</summary>
public sealed record FakeBib
{
    /// <summary>The id of the record.</summary>
    public int Id { get; init; }

    /// <summary>Whether the record is shown in the public catalogue.</summary>
    public bool DisplayInPac { get; init; } = true;

    /// <summary>Whether the record is protected from being replaced.</summary>
    public bool DoNotOverlay { get; init; }

    /// <summary>The organization that owns the record.</summary>
    public int RecordOwnerId { get; init; } = 1;

    /// <summary>The status of the record; 1 is final.</summary>
    public int RecordStatusId { get; init; } = 1;

    /// <summary>How many items are linked to the record.</summary>
    public int LinkedItems { get; init; }

    /// <summary>The MARC data; null when none was given.</summary>
    public MarcRecord? Marc { get; init; }

    /// <summary>Shows the id, no content.</summary>
    public override string ToString() => $"bib {Id}";
}
