using System.Text.Json;
using Polaris.Client.Http;

namespace Polaris.Client.ObjectLocks;

/// <summary>Makes the exception of a lock conflict from the error body.</summary>
internal static class LockConflict
{
    /// <param name="failure">The answer, its error code being <see cref="ObjectLockedException.LockConflictCode"/>.</param>
    /// <param name="data">The member <c>Data</c> of the body.</param>
    public static ObjectLockedException ToException(ApiFailure failure, JsonElement data)
    {
        var holder = ReadHolder(data);
        return new ObjectLockedException(
            $"{failure.Route}: {Describe(holder)}. Wait for it to be released, or ask its holder; Holder names them.", holder, failure);
    }

    /// <summary>Ids only: names of people stay out of messages.</summary>
    private static string Describe(ObjectLock? holder) => holder is null
        ? "the object is locked by somebody else"
        : $"{holder.ObjectType} {holder.ObjectId} is locked by user {holder.PolarisUserId} at workstation "
            + $"{holder.WorkstationId} since {holder.LockDate:u}";

    private static ObjectLock? ReadHolder(JsonElement data)
    {
        try
        {
            return data.ValueKind == JsonValueKind.Object ? data.Deserialize(ObjectLocksJson.Default.ObjectLock) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
