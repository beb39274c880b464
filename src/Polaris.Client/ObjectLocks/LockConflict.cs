using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Polaris.Client.ObjectLocks;

/// <summary>Makes the exception of a lock conflict from the error body.</summary>
internal static class LockConflict
{
    /// <param name="failure">The answer, its error code being <see cref="ObjectLockedException.LockConflictCode"/>.</param>
    /// <param name="data">The member <c>Data</c> of the body.</param>
    /// <param name="lockJson">How it is read.</param>
    public static ObjectLockedException ToException(ApiFailure failure, JsonElement data, JsonTypeInfo<ObjectLock> lockJson)
    {
        var holder = ReadHolder(data, lockJson);
        return new ObjectLockedException(
            $"{failure.Route}: {Describe(holder)}. Wait for it to be released, or ask its holder; Holder names them.", holder, failure);
    }

    /// <summary>Ids only: names of people stay out of messages.</summary>
    private static string Describe(ObjectLock? holder) => holder is null
        ? "the object is locked by somebody else"
        : $"{holder.ObjectType} {holder.ObjectId} is locked by user {holder.PolarisUserId} at workstation "
            + $"{holder.WorkstationId} since {holder.LockDate:u}";

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
