using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.ObjectLocks;

/// <summary>A lock on one object: who holds it, where and since when.</summary>
/// <remarks>The owner of a lock is a user at a workstation. Which of the optional members are present depends on the call.</remarks>
public sealed class ObjectLock
{
    /// <summary>The kind of the locked object.</summary>
    [JsonPropertyName("ObjectTypeID")]
    public ObjectType ObjectType { get; set; }

    /// <summary>The id of the locked object among its kind.</summary>
    [JsonPropertyName("ObjectID")]
    public int ObjectId { get; set; }

    /// <summary>The Polaris user who holds the lock.</summary>
    [JsonPropertyName("PolarisUserID")]
    public int PolarisUserId { get; set; }

    /// <summary>The workstation at which the lock is held.</summary>
    [JsonPropertyName("WorkstationID")]
    public int WorkstationId { get; set; }

    /// <summary>When the lock was set; without an offset on the wire it is read in the server's time zone.</summary>
    public DateTimeOffset LockDate { get; set; }

    /// <summary>The name of the user; null when the call does not tell it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PolarisUserName { get; set; }

    /// <summary>The name of the workstation; null when the call does not tell it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WorkstationName { get; set; }

    /// <summary>Whether the caller held this lock before; null when the call does not tell it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? ExistingLock { get; set; }

    /// <summary>Whether the lock is stored on the server; null when the call does not tell it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? LockExistsInDatabase { get; set; }

    /// <summary>The user's mail address, possibly empty; null when the call does not tell it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StaffEmail { get; set; }

    /// <summary>Members of the wire that this type does not know, kept as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Shows the object and the owner's ids, no names.</summary>
    public override string ToString() => $"{ObjectType} {ObjectId}, user {PolarisUserId} at workstation {WorkstationId}";
}
