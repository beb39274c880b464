using Polaris.Client.Marc;

namespace Polaris.Client.Testing;

/// <summary>An authority record as a <see cref="FakePolaris"/> holds it; a save replaces the object, it never
/// changes.</summary>
public sealed record FakeAuthority
{
    /// <summary>The id of the record.</summary>
    public int Id { get; init; }

    /// <summary>The heading: the subfields of the first 1XX field.</summary>
    public string Heading { get; init; } = "";

    /// <summary>The status of the record; 1 is final.</summary>
    public int RecordStatusId { get; init; } = 1;

    /// <summary>How many bibliographic headings are linked to the record.</summary>
    public int LinkedBibs { get; init; }

    /// <summary>How many see also references are linked to the record.</summary>
    public int LinkedSeeAlso { get; init; }

    /// <summary>The MARC data; null when none was given.</summary>
    public MarcRecord? Marc { get; init; }

    /// <summary>Shows the id, no content.</summary>
    public override string ToString() => $"authority {Id}";
}
