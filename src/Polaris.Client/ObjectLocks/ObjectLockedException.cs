using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Polaris.Client.ObjectLocks;

/// <summary>
/// The exception that is thrown when the object is locked by another user or workstation (HTTP 409 with error code 70000);
/// nothing was changed.
/// </summary>
public sealed class ObjectLockedException : RequestFailedException
{
    /// <summary>The server's error code of a lock conflict.</summary>
    public const string LockConflictCode = "70000";

    /// <summary>Initializes a new instance of the exception; public so that programs can be tested with it.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="holder">The existing lock; <see langword="null"/> if the server did not return it.</param>
    /// <param name="failure">The facts of the response.</param>
    public ObjectLockedException(string message, ObjectLock? holder, ApiFailure failure)
        : base(message, failure) =>
        Holder = holder;

    /// <summary>The existing lock: who holds it, since when, at which workstation. <see langword="null"/> if the server did not return it.</summary>
    public ObjectLock? Holder { get; }
}

/// <summary>Creates the exception of a lock conflict from the error body.</summary>
internal static class LockConflict
{
    /// <param name="failure">The response, whose error code is <see cref="ObjectLockedException.LockConflictCode"/>.</param>
    /// <param name="data">The property <c>Data</c> of the body.</param>
    /// <param name="lockJson">Reads the lock of the holder.</param>
    public static ObjectLockedException ToException(ApiFailure failure, JsonElement data, JsonTypeInfo<ObjectLock> lockJson)
    {
        var holder = ReadHolder(data, lockJson);
        return new ObjectLockedException(
            $"{failure.Route}: {Describe(holder)}. Wait until it is released, or ask the user whose name is in Holder.", holder, failure);
    }

    /// <summary>IDs only: names of people stay out of messages.</summary>
    private static string Describe(ObjectLock? holder) => holder is null
        ? "the object is locked by another user"
        : $"{holder.ObjectType} {holder.ObjectId} is locked by user {holder.PolarisUserId} at workstation {holder.WorkstationId}"
            + (holder.LockDate is { } date ? $" since {date:u}" : "");

    private static ObjectLock? ReadHolder(JsonElement data, JsonTypeInfo<ObjectLock> lockJson)
    {
        try
        {
            return data.ValueKind == JsonValueKind.Object ? data.Deserialize(lockJson) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
