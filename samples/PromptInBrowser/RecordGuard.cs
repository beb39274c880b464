using System.Security.Cryptography;
using System.Text;
using Polaris.Client;
using Polaris.Client.Cataloging;
using Polaris.Client.ObjectLocks;

namespace PromptInBrowser;

/// <summary>Keeps a record locked between two requests, and notices if it was changed anyway.</summary>
/// <remarks>
/// A lease lives in one process and ends with its block, but a person may answer after minutes, and another process may receive the
/// answer. So the lock stays on the server, and the row of the save is its lease: it is written before Polaris is asked for the lock, and
/// cleared after the release. Whoever finds the row after a crash knows that there is a lock to release.
/// </remarks>
internal sealed class RecordGuard(PolarisClient polaris, SaveStore store)
{
    /// <summary>Locks the record, or confirms that it is still locked; a lock can vanish, because servers may clear old ones.</summary>
    /// <exception cref="ObjectLockedException">Another user has the record open.</exception>
    public async Task LockAsync(Save save)
    {
        if (save.RecordId is not { } id)
        {
            return;
        }

        var held = await polaris.ObjectLocks.FindAsync(ObjectType.BibliographicRecord, id);
        var isHeldHere = held?.WorkstationId == polaris.WorkstationId;
        if (!isHeldHere)
        {
            save.HoldsLock = true;
            store.Write(save);
        }

        try
        {
            var taken = await polaris.ObjectLocks.LockAsync(ObjectType.BibliographicRecord, id);
            save.HoldsLock = taken.ExistingLock switch
            {
                // Whoever held it before has released it.
                false => true,

                // Another program with this user and workstation took it in between: it is that program's to release.
                true when !isHeldHere => false,
                _ => save.HoldsLock,
            };
        }
        catch (ObjectLockedException)
        {
            save.HoldsLock = false;
            throw;
        }
    }

    /// <summary>Releases the lock if this save took it. A release that fails is tried again by <see cref="Caretaker"/>.</summary>
    public async Task ReleaseAsync(Save save)
    {
        if (!save.HoldsLock || save.RecordId is not { } id)
        {
            return;
        }

        try
        {
            await polaris.ObjectLocks.UnlockAsync(ObjectType.BibliographicRecord, id);
            save.HoldsLock = false;
        }
        catch (ObjectLockedException)
        {
            // The lock vanished, and another user has the record now.
            save.HoldsLock = false;
        }
        catch (PolarisClientException)
        {
            // The row keeps the lock, so that the caretaker finds it.
        }
    }

    /// <summary>Reads the header and the MARC data of the record.</summary>
    public async Task<(BibRecord Header, string Title, string Fingerprint)> ReadAsync(int id)
    {
        var header = await polaris.BibRecords.GetAsync(id);
        var marc = await polaris.BibRecords.GetMarcAsync(id);
        var text = $"{header.DisplayInPac} {header.DoNotOverlay} {header.RecordOwnerId} {header.RecordStatusId} {marc.ToJson()}";
        return (header, marc["245"]?['a'] ?? "no title", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    /// <summary>Whether another user changed the record since the save started, which is possible if the lock vanished.</summary>
    public async Task<bool> IsChangedAsync(Save save) =>
        save is { RecordId: { } id, Fingerprint: { } before } && (await ReadAsync(id)).Fingerprint != before;
}
