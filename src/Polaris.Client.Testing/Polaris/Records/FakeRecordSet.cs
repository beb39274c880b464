using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>A record set of a <see cref="FakePolaris"/>.</summary>
public sealed class FakeRecordSet : FakeRecord
{
    /// <summary>Initializes a new instance of the <see cref="FakeRecordSet"/> class.</summary>
    public FakeRecordSet()
        : this([])
    {
    }

    internal FakeRecordSet(JsonObject json)
        : base("recordsets", "RecordSetID", json)
    {
    }

    /// <summary>The name; <c>null</c> for none.</summary>
    public string? Name
    {
        get => Json.Text("Name");
        init => Json["Name"] = value;
    }

    /// <summary>The type of the records: 1 authority, 2 bibliographic, 3 item, 27 patron, 107 weeding.</summary>
    public int ObjectTypeId
    {
        get => Int("ObjectTypeID");
        init => Json["ObjectTypeID"] = value;
    }

    /// <summary>The organization that owns the record set; 0 for its creator.</summary>
    public int OrganizationOwnerId
    {
        get => Int("OrganizationOwnerID");
        init => Json["OrganizationOwnerID"] = value;
    }

    /// <summary>The note; <c>null</c> for none.</summary>
    public string? Note
    {
        get => Json.Text("Note");
        init => Json["Note"] = value;
    }

    /// <summary>The IDs of the records.</summary>
    public IReadOnlyList<int> RecordIds
    {
        get => Json.Ints("Records");
        init => Json["Records"] = Testing.Json.Array(value);
    }
}
