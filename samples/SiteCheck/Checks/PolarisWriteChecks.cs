using System.Text.Json.Nodes;
using Polaris.Client;
using Polaris.Client.Cataloging;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace SiteCheck;

/// <summary>
/// The checks that need consent: they lock one record, start an update of its header, and cancel it at its first prompt. Nothing is to be
/// saved and every lock is released; the proof is read from the server afterwards.
/// </summary>
/// <param name="check">Runs the checks.</param>
/// <param name="polaris">The client, whose exchanges are recorded.</param>
/// <param name="newSignIn">Creates a second client for the same user and workstation, which signs in again.</param>
/// <param name="bibId">The record.</param>
internal sealed class PolarisWriteChecks(SystemCheck check, PolarisClient polaris, Func<PolarisClient> newSignIn, int bibId)
{
    private const string FirstLock = "lock and unlock";
    private const string SecondSignIn = "locks after a new sign-in";
    private const string Update = "update canceled at its first prompt";
    private static readonly ObjectType Type = ObjectType.BibliographicRecord;

    private BibRecord? _before;

    /// <summary>The question that a person must answer before anything is written.</summary>
    public static string Question(int bibId) =>
        $"""
        The writing checks will, with bibliographic record {bibId}:
          - lock it and unlock it again, twice, and once more while a second sign-in takes place;
          - start an update that would hide it from the public catalog, and cancel it at the server's first prompt.
        Nothing is to be saved. If this server saves without a prompt, the check shows the record again and reports it.
        Choose a record that no one is working on. To continue, type the ID of the record:
        """;

    /// <summary>The date of a new lock without an offset, with the clock of the server; null if it was not measured.</summary>
    public ZonedDate? Measured { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<ObjectLock> before = [];
        await check.RunAsync("record to write", async () =>
        {
            _before = await polaris.BibRecords.GetAsync(bibId, cancellationToken);
            before = await polaris.ObjectLocks.ListAsync(cancellationToken: cancellationToken);
            return await polaris.ObjectLocks.FindAsync(Type, bibId, cancellationToken) is null
                ? Finding.Ok("The record exists and is not locked.")
                : Refused("The record is locked. It was left alone.", "Choose a record that no one is working on.");
        });
        if (check.Findings[^1] is not { Check: "record to write", Result: CheckResult.Ok })
        {
            foreach (var skipped in new[] { FirstLock, SecondSignIn, Update })
            {
                check.Skip(skipped, "The record could not be used.");
            }

            return;
        }

        try
        {
            await check.RunAsync(FirstLock, () => LockTwiceAsync(cancellationToken));
            await check.RunAsync(SecondSignIn, () => SignInAgainAsync(cancellationToken));
            await UpdateAsync(cancellationToken);
        }
        finally
        {
            await check.RunAsync("nothing left behind", () => ProveAsync(before));
        }
    }

    private async Task<Finding> LockTwiceAsync(CancellationToken cancellationToken)
    {
        List<string> found = [];
        for (var round = 1; round <= 2; round++)
        {
            try
            {
                var first = await polaris.ObjectLocks.LockAsync(Type, bibId, cancellationToken);
                Measure(first);
                var again = await polaris.ObjectLocks.LockAsync(Type, bibId, cancellationToken);
                found.Add($"{first.ExistingLock?.ToString() ?? "missing"}, then {again.ExistingLock?.ToString() ?? "missing"}");
            }
            finally
            {
                await ReleaseAsync();
            }
        }

        var isAsDocumented = found.TrueForAll(pair => pair == "False, then True");
        return isAsDocumented
            ? Finding.Ok("Locked and unlocked twice. ExistingLock is false for a new lock and true for one that is already held, as documented.")
            : Finding.Differs(
                $"Locked and unlocked twice. ExistingLock of the first and the second request: {string.Join("; ", found.Distinct())}.",
                Setting.Advice("Nothing to set: a lease then looks the lock up before it requests it, and keeps a lock whose owner is not clear."));
    }

    /// <summary>The lock was set while the server responded, so its date is the server's present.</summary>
    private void Measure(ObjectLock taken)
    {
        var post = check.Recorder.Last(exchange => exchange.Method == HttpMethod.Post && exchange.Resource == "objectlocks" && exchange.IsSuccess);
        if (taken.ExistingLock != true && post?.ServerTime is { } now && Json.Text(post.Json, "LockDate") is { } text
            && !ServerZone.DatesIn(JsonValue.Create(text)).Any() && DateTime.TryParse(text, null, out var local) && !text.EndsWith('Z'))
        {
            Measured = ServerZone.Measured(local, now);
        }
    }

    private async Task<Finding> SignInAgainAsync(CancellationToken cancellationToken)
    {
        try
        {
            await polaris.ObjectLocks.LockAsync(Type, bibId, cancellationToken);
            await using var second = newSignIn();
            await second.ObjectLocks.ListAsync(cancellationToken: cancellationToken);
            var survived = await polaris.ObjectLocks.FindAsync(Type, bibId, cancellationToken) is not null;
            check.Fake["signInClearsLocks"] = !survived;
            return survived
                ? Finding.Ok("A new sign-in of the same user and workstation keeps the locks.")
                : Finding.Differs(
                    "A new sign-in of the same user clears the user's locks: renewing the token during a lease loses its lock.",
                    Setting.Advice("Use one account for each program, and keep leases shorter than the lifetime of the token."));
        }
        finally
        {
            await ReleaseAsync();
        }
    }

    /// <summary>The update is documented to raise a prompt only for a record that is shown, so no other record is used.</summary>
    private async Task UpdateAsync(CancellationToken cancellationToken)
    {
        if (_before is not { DisplayInPac: true, DoNotOverlay: not null, RecordOwnerId: not null })
        {
            check.Skip(Update, "The public catalog does not show the record, or the server does not return its flags and owner, so the update could be saved without a prompt.");
            return;
        }

        await check.RunAsync(Update, () => StartAndCancelAsync(_before, cancellationToken));
    }

    private async Task<Finding> StartAndCancelAsync(BibRecord record, CancellationToken cancellationToken)
    {
        Prompt? asked = null;
        await using var lease = await polaris.ObjectLocks.AcquireAsync(Type, bibId, new AcquireOptions { WaitUpTo = TimeSpan.Zero }, cancellationToken);
        var result = await polaris.Workflows.RunAsync(
            Request(record, displayInPac: false),
            new PromptHandlers().Otherwise(prompt =>
            {
                asked ??= prompt;
                return prompt.Cancel();
            }),
            cancellationToken);
        if (!result.IsCanceled)
        {
            return await RestoreAsync(record);
        }

        return asked!.Id == WorkflowPromptId.DisplayInPac
            ? Finding.Ok("The server raised prompt 66, as documented, and ended the workflow after Cancel.")
            : Finding.Differs($"The first prompt was {(int)asked.Id}, not 66; the workflow ended after Cancel.", Setting.Advice($"Handle prompt {(int)asked.Id} in your program."));
    }

    private async Task<Finding> RestoreAsync(BibRecord record)
    {
        var now = await polaris.BibRecords.GetAsync(bibId, CancellationToken.None);
        if (now.DisplayInPac != record.DisplayInPac)
        {
            await polaris.Workflows.RunAsync(Request(record, displayInPac: true), new PromptHandlers().Otherwise(prompt => prompt.Cancel()), CancellationToken.None);
        }

        return Finding.Failed(
            "The server saved the update without a prompt. The record was set to be shown again.",
            Setting.Advice("Look at the record. Ask before every save in your program, because this server does not."));
    }

    private AddOrUpdateBibRecord Request(BibRecord record, bool displayInPac) => new()
    {
        BibRecordId = bibId,
        DisplayInPac = displayInPac,
        DoNotOverlay = record.DoNotOverlay,
        RecordOwnerId = record.RecordOwnerId,
        RecordStatusId = record.RecordStatusId,
    };

    /// <summary>Whatever happened before, and also after Ctrl+C.</summary>
    private Task ReleaseAsync() => polaris.ObjectLocks.UnlockAsync(Type, bibId, CancellationToken.None);

    private async Task<Finding> ProveAsync(IReadOnlyList<ObjectLock> before)
    {
        if (await polaris.ObjectLocks.FindAsync(Type, bibId, CancellationToken.None) is { } left && await IsOursAsync(left))
        {
            await ReleaseAsync();
        }

        var isFree = await polaris.ObjectLocks.FindAsync(Type, bibId, CancellationToken.None) is null;
        var after = await polaris.ObjectLocks.ListAsync(cancellationToken: CancellationToken.None);
        var now = await polaris.BibRecords.GetAsync(bibId, CancellationToken.None);
        var isSame = HeaderOf(now) == HeaderOf(_before!);
        int Sent(HttpMethod method, string resource) => check.Recorder.Exchanges.Count(exchange =>
            exchange.Method == method && exchange.Resource.StartsWith(resource, StringComparison.Ordinal));
        check.Proof.AddRange(
        [
            isFree ? "The record is not locked." : "The record is still locked.",
            $"Locks of this user and workstation: {before.Count} before, {after.Count} after.",
            isSame ? "The header of the record is the same as before, with its modification date." : "The header of the record is not the same as before.",
            $"Lock requests: {Sent(HttpMethod.Post, "objectlocks")}; releases: {Sent(HttpMethod.Delete, "objectlocks")}.",
            $"Workflows started: {Sent(HttpMethod.Post, "workflow")}; replies sent: {Sent(HttpMethod.Put, "workflow")}.",
        ]);
        return isFree && isSame && after.Count <= before.Count
            ? Finding.Ok(string.Join(' ', check.Proof))
            : Finding.Failed(string.Join(' ', check.Proof), Setting.Advice("Look at the record and its lock in Leap."));
    }

    private async Task<bool> IsOursAsync(ObjectLock left) =>
        (await polaris.ObjectLocks.ListAsync(cancellationToken: CancellationToken.None)).Any(held => held.ObjectType == left.ObjectType && held.ObjectId == left.ObjectId);

    private static (bool?, bool?, int?, int?, DateTimeOffset?) HeaderOf(BibRecord record) =>
        (record.DisplayInPac, record.DoNotOverlay, record.RecordOwnerId, record.RecordStatusId, record.ModificationDate);

    private static Finding Refused(string found, string advice) => Finding.Failed(found, Setting.Advice(advice));
}
