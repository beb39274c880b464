using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>A record of a <see cref="FakePolaris"/>: JSON with the server's property names, and properties for what tests need most.</summary>
/// <remarks>A fake returns copies: changes do not reach the server until the record is added again.</remarks>
public abstract class FakeRecord
{
    private readonly string _idName;

    private protected FakeRecord(string kind, string idName, JsonObject json)
    {
        Kind = kind;
        _idName = idName;
        Json = json;
    }

    /// <summary>The ID of the record.</summary>
    public int Id
    {
        get => Int(_idName);
        init => Json[_idName] = value;
    }

    /// <summary>The whole record, as the server returns it.</summary>
    public JsonObject Json { get; }

    /// <summary>The status of the record; 1 is final.</summary>
    /// <value>1 by default.</value>
    public int RecordStatusId
    {
        get => Int("RecordStatusID", 1);
        init => Json["RecordStatusID"] = value;
    }

    /// <summary>The name of this kind of record in seed files.</summary>
    internal string Kind { get; }

    /// <summary>Returns the type and the ID, without content.</summary>
    public override string ToString() => $"{GetType().Name} {Id}";

    private protected int Int(string name, int otherwise = 0) => Json.Int(name) ?? otherwise;

    private protected bool Flag(string name, bool otherwise = false) => Json.Flag(name) ?? otherwise;
}
