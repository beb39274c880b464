using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>An authority record of a <see cref="FakePolaris"/>.</summary>
public sealed class FakeAuthority : FakeRecord
{
    /// <summary>Initializes a new instance of the <see cref="FakeAuthority"/> class.</summary>
    public FakeAuthority()
        : this([])
    {
    }

    internal FakeAuthority(JsonObject json)
        : base("authorities", "AuthorityRecordID", json)
    {
    }

    /// <summary>The heading: the subfields of the first 1XX field, unless it is set.</summary>
    public string Heading
    {
        get => Json.Text("Heading") ?? Testing.Marc.Heading(Marc) ?? "";
        init => Json["Heading"] = value;
    }

    /// <summary>The number of linked bibliographic headings.</summary>
    public int LinkedBibs
    {
        get => Int("LinkedBibCount");
        init => Json["LinkedBibCount"] = value;
    }

    /// <summary>The number of linked see also references.</summary>
    public int LinkedSeeAlso
    {
        get => Int("LinkedSeeAlsoCount");
        init => Json["LinkedSeeAlsoCount"] = value;
    }

    /// <summary>The MARC data: <c>leader</c>, <c>controlfields</c> and <c>datafields</c>; <c>null</c> if it was not set.</summary>
    public JsonObject? Marc
    {
        get => Json.Object("Record");
        init => Json["Record"] = value;
    }
}
