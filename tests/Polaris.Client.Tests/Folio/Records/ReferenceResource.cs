using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Polaris.Client.Folio;

namespace Polaris.Client.Tests.Folio.Records;

/// <summary>What the documentation describes about one resource.</summary>
/// <param name="Of">Its client.</param>
/// <param name="Path">Its path.</param>
/// <param name="Collection">The member of a list that holds the records.</param>
/// <param name="Members">The members of a record besides id and name, as JSON.</param>
public sealed record ReferenceResource<TRecord>(
    Func<FolioClient, VocabularyClient<TRecord>> Of, string Path, string Collection, string Members)
    where TRecord : ReferenceRecord, new()
{
    private static readonly JsonTypeInfo<TRecord> Type = (JsonTypeInfo<TRecord>)FolioJsonOptions.Create().GetTypeInfo(typeof(TRecord));

    /// <summary>Members that a record must have besides its name.</summary>
    public string[] Required { get; init; } = [];

    /// <summary>Members whose value no other record may have.</summary>
    public string[] Unique { get; init; } = ["name"];

    /// <summary>Whether a refused creation reports which member is taken.</summary>
    public bool ReportsTakenMember { get; init; } = true;

    /// <summary>Whether members that the schema does not have are kept; otherwise they are refused.</summary>
    public bool KeepsUnknown { get; init; }

    /// <summary>Whether the server reports when a record was created.</summary>
    public bool KeepsMetadata { get; init; } = true;

    /// <summary>A record with all its members, as JSON.</summary>
    public JsonObject Json(string id, string name)
    {
        JsonObject record = JsonNode.Parse(Members)!.AsObject();
        record["id"] = id;
        record["name"] = name;
        return record;
    }

    /// <summary>A record with all its members but without id, as a program makes one.</summary>
    public TRecord NewRecord(string name) => Json(Guid.Empty.ToString(), name).Deserialize(Type)!;

    public override string ToString() => Path;
}
