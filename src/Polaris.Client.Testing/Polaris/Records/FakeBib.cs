using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>A bibliographic record of a <see cref="FakePolaris"/>.</summary>
public sealed class FakeBib : FakeRecord
{
    /// <summary>Initializes a new instance of the <see cref="FakeBib"/> class.</summary>
    public FakeBib()
        : this([])
    {
    }

    internal FakeBib(JsonObject json)
        : base("bibs", "BibliographicRecordID", json)
    {
    }

    /// <summary>Whether the record is shown in the public catalog.</summary>
    /// <value><c>true</c> by default.</value>
    public bool DisplayInPac
    {
        get => Flag("DisplayInPac", otherwise: true);
        init => Json["DisplayInPac"] = value;
    }

    /// <summary>Whether the record is protected from being replaced.</summary>
    public bool DoNotOverlay
    {
        get => Flag("DoNotOverlay");
        init => Json["DoNotOverlay"] = value;
    }

    /// <summary>The organization that owns the record.</summary>
    /// <value>1 by default.</value>
    public int RecordOwnerId
    {
        get => Int("RecordOwnerID", 1);
        init => Json["RecordOwnerID"] = value;
    }

    /// <summary>The number of linked items, besides the items that the fake has.</summary>
    public int LinkedItems
    {
        get => Int("NumberOfLinkedItems");
        init => Json["NumberOfLinkedItems"] = value;
    }

    /// <summary>The MARC data: <c>leader</c>, <c>controlfields</c> and <c>datafields</c>; <c>null</c> if it was not set.</summary>
    public JsonObject? Marc
    {
        get => Json.Object("Record");
        init => Json["Record"] = value;
    }
}
