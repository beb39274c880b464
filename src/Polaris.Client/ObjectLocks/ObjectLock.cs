using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;

namespace Polaris.Client.ObjectLocks;

/// <summary>A lock on one object: who holds it, where and since when.</summary>
/// <remarks>The owner of a lock is a user at a workstation. Which of the optional properties are present depends on the call.</remarks>
public sealed class ObjectLock
{
    /// <summary>The type of the locked object.</summary>
    [JsonPropertyName("ObjectTypeID")]
    public ObjectType ObjectType { get; set; }

    /// <summary>The ID of the locked object.</summary>
    [JsonPropertyName("ObjectID")]
    public int ObjectId { get; set; }

    /// <summary>The Polaris user who holds the lock; 0 if the server did not send a readable ID.</summary>
    [JsonPropertyName("PolarisUserID")]
    [JsonConverter(typeof(HintConverter<int>))]
    public int PolarisUserId { get; set; }

    /// <summary>The workstation at which the lock is held; 0 if the server did not send a readable ID.</summary>
    [JsonPropertyName("WorkstationID")]
    [JsonConverter(typeof(HintConverter<int>))]
    public int WorkstationId { get; set; }

    /// <summary>
    /// When the lock was set; <see langword="null"/> if the server did not send a readable date. A date without an offset is read in
    /// <see cref="PolarisClientOptions.ServerTimeZone"/>.
    /// </summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? LockDate { get; set; }

    /// <summary>The name of the user; <see langword="null"/> if the call does not return it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PolarisUserName { get; set; }

    /// <summary>The name of the workstation; <see langword="null"/> if the call does not return it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WorkstationName { get; set; }

    /// <summary>Whether the caller held this lock before; <see langword="null"/> if the call does not return it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonConverter(typeof(HintConverter<bool?>))]
    public bool? ExistingLock { get; set; }

    /// <summary>Whether the lock is stored on the server; <see langword="null"/> if the call does not return it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonConverter(typeof(HintConverter<bool?>))]
    public bool? LockExistsInDatabase { get; set; }

    /// <summary>The email address of the user, possibly empty; <see langword="null"/> if the call does not return it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StaffEmail { get; set; }

    /// <summary>Properties of the response that this type does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Returns the object and the IDs of the owner, without names.</summary>
    public override string ToString() => $"{ObjectType} {ObjectId}, user {PolarisUserId} at workstation {WorkstationId}";
}

/// <summary>Identifies one object that can be locked.</summary>
/// <param name="ObjectType">The type of the object.</param>
/// <param name="ObjectId">The primary ID of the object.</param>
public sealed record ObjectReference(
    [property: JsonPropertyName("ObjectTypeID")] ObjectType ObjectType, [property: JsonPropertyName("ObjectID")] int ObjectId);

/// <summary>Reads and writes object locks without reflection.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNameCaseInsensitive = true,
    Converters = [typeof(ServerDateTimeConverter), typeof(LenientValues)])]
[JsonSerializable(typeof(ObjectReference))]
[JsonSerializable(typeof(ObjectLock))]
[JsonSerializable(typeof(IReadOnlyList<ObjectLock>))]
[JsonSerializable(typeof(IReadOnlyList<int>))]
[JsonSerializable(typeof(bool?))]
internal sealed partial class ObjectLocksJson : JsonSerializerContext;
