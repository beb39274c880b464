using Polaris.Client;
using Polaris.Client.Cataloging;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace PromptInBrowser;

/// <summary>What a person wants to save.</summary>
/// <param name="RecordId">The record to change; null to add one.</param>
/// <param name="DisplayInPac">Whether the public catalog shows the record.</param>
/// <param name="Marc">The new record; null to change the header only.</param>
internal sealed record Change(int? RecordId, bool DisplayInPac, MarcRecord? Marc);

/// <summary>Starts saves, sends answers, and ends what no one answers.</summary>
/// <remarks>
/// None of it uses the token of the HTTP request: a browser that is closed must not stop a save halfway. The time limits of the client
/// end each call.
/// </remarks>
internal sealed class Saves(PolarisClient polaris, SaveStore store, RecordGuard guard, ILogger<Saves> logger)
{
    /// <summary>Starts a save, which ends or stops at a prompt.</summary>
    /// <returns>The save; if the record already has an open one, that one.</returns>
    public async Task<(Save Save, bool IsNew)> StartAsync(Change change)
    {
        var what = change.RecordId is { } id
            ? $"{(change.DisplayInPac ? "Show" : "Hide")} record {id} in the public catalog"
            : $"Add the record \u201c{change.Marc?["245"]?['a'] ?? "no title"}\u201d";
        var save = new Save { Id = Guid.NewGuid().ToString("N"), What = what, RecordId = change.RecordId };
        while (!store.TryAdd(save))
        {
            // The other save may end between the two statements; then there is room for this one.
            if (store.FindOpen(change.RecordId!.Value) is { } open)
            {
                return (open, false);
            }
        }

        var isSent = false;
        await SettleAsync(save, () => isSent, async () =>
        {
            var request = await PrepareAsync(save, change);
            isSent = true;
            Follow(save, await polaris.Workflows.StartAsync(request));
        });
        return (save, true);
    }

    /// <summary>Sends a person's answer to the open prompt, once.</summary>
    /// <returns>The save; null if the prompt was already answered.</returns>
    public async Task<Save?> AnswerAsync(string id, int step, PromptAnswer answer)
    {
        if (store.TryClaim(id, step, SaveState.Open) is not { } save)
        {
            return null;
        }

        var isSent = false;
        await SettleAsync(save, () => isSent, async () =>
        {
            if (await ResumeAsync(save) is { PendingPrompt: { } prompt } talk && await ReplyAsync(save, talk, prompt, answer) is { } reply)
            {
                isSent = true;
                await talk.ReplyAsync(reply);
                Follow(save, talk);
            }
        });
        return save;
    }

    /// <summary>Reads the state of a save whose last answer is in doubt.</summary>
    public async Task LookAgainAsync(string id, int step)
    {
        if (store.TryClaim(id, step, SaveState.InDoubt) is not { } save)
        {
            return;
        }

        var before = ViewOf(save)?.Key;
        await SettleAsync(save, () => false, async () =>
        {
            if (await ResumeAsync(save) is { PendingPrompt: { } prompt } talk)
            {
                var isSame = prompt.ToView().Key == before;
                Follow(save, talk);
                save.Notice = isSame
                    ? "Polaris still asks the same question. The previous answer may be on its way: wait a minute before you answer again."
                    : "Polaris received the previous answer and asks another question.";
            }
        });
    }

    /// <summary>Cancels a save that no one answered, so that it keeps no record locked.</summary>
    public async Task ExpireAsync(Save old)
    {
        if (store.TryClaim(old.Id, old.Step, old.State) is not { } save)
        {
            return;
        }

        await SettleAsync(save, () => true, async () =>
        {
            if (await ResumeAsync(save) is not { PendingPrompt: { } prompt } talk)
            {
                return;
            }

            if (prompt.Choices.Any(choice => choice.Result == WorkflowPromptResult.Cancel))
            {
                await talk.CancelAsync();
                Follow(save, talk);
                save.Notice = "No one answered in time, so the save was canceled and the record unlocked.";
            }
            else
            {
                save.End(SaveOutcome.Unknown, "No one answered in time, and the question does not offer Cancel. It stays open in Polaris.");
            }
        });
    }

    /// <summary>The open prompt of a save as pages show it, without a request to the server; null if there is none.</summary>
    public PromptView? ViewOf(Save save) =>
        save.Bookmark is null ? null : polaris.Workflows.GetPrompt(AddOrUpdateBibRecord.Kind, save.Bookmark).ToView();

    private async Task<AddOrUpdateBibRecord> PrepareAsync(Save save, Change change)
    {
        if (change.RecordId is not { } id)
        {
            return new AddOrUpdateBibRecord { IsNewRecord = true, DisplayInPac = change.DisplayInPac, Marc = change.Marc };
        }

        await guard.LockAsync(save);
        (var header, _, save.Fingerprint) = await guard.ReadAsync(id);

        // A save repeats what is not to change, because it is not documented what the server makes of an omitted value.
        return header is { DoNotOverlay: not null, RecordOwnerId: not null }
            ? new AddOrUpdateBibRecord
            {
                BibRecordId = id,
                DisplayInPac = change.DisplayInPac,
                DoNotOverlay = header.DoNotOverlay,
                RecordOwnerId = header.RecordOwnerId,
                RecordStatusId = header.RecordStatusId,
            }
            : throw new InvalidOperationException($"The server did not return the flags and the owner of record {id}, which a save must repeat.");
    }

    /// <summary>Reads the conversation from the server; null if Polaris no longer has it.</summary>
    private async Task<WorkflowConversation<BibRecordSaved>?> ResumeAsync(Save save)
    {
        if (save.Bookmark is null)
        {
            save.End(SaveOutcome.Unknown, save.Notice);
            return null;
        }

        try
        {
            var talk = await polaris.Workflows.ResumeAsync(AddOrUpdateBibRecord.Kind, save.Bookmark);
            if (talk.PendingPrompt is null)
            {
                Follow(save, talk);
                save.Notice = $"The question was answered elsewhere in the meantime. {save.Notice}";
            }

            return talk;
        }
        catch (NotFoundException exception) when (exception.ErrorCode is not null)
        {
            // An error body of Polaris; the 404 of a gateway would prove nothing.
            save.End(SaveOutcome.Gone, "Polaris no longer has this conversation, so the answer could not be sent. Read the record, and start again if it was not saved.");
            return null;
        }
    }

    /// <summary>Checks the answer against the prompt that is open now; null if a person has to look again.</summary>
    private async Task<PromptReply?> ReplyAsync(Save save, WorkflowConversation<BibRecordSaved> talk, Prompt prompt, PromptAnswer answer)
    {
        var view = prompt.ToView();
        if (answer.Key != view.Key)
        {
            Follow(save, talk);
            save.Notice = "The question has changed in the meantime. This is the one that Polaris asks now; your answer to the other was not sent.";
            return null;
        }

        if (answer.Result == WorkflowPromptResult.None)
        {
            save.AskAgain("Press one of the buttons to answer.");
            return null;
        }

        if (view.Choices.Any(choice => choice.Result == answer.Result && choice.NeedsRecords) && answer.RecordIds.Count == 0)
        {
            save.AskAgain("Choose at least one record to replace, or another answer.");
            return null;
        }

        // A set of buttons that is not documented has no choices to check: the page offers to try Cancel.
        var reply = view.Choices.Count == 0 && answer.Result == WorkflowPromptResult.Cancel ? prompt.Cancel() : prompt.ReplyFrom(answer);
        if (answer.Result == WorkflowPromptResult.Cancel)
        {
            return reply;
        }

        await guard.LockAsync(save);
        if (!await guard.IsChangedAsync(save))
        {
            return reply;
        }

        save.AskAgain("Another user has changed the record since you started. Your answer was not sent: cancel this save, look at the record, and start again.");
        return null;
    }

    /// <summary>Writes down where the conversation stands.</summary>
    private static void Follow(Save save, WorkflowConversation<BibRecordSaved> talk)
    {
        if (talk.PendingPrompt is not null)
        {
            (save.Bookmark, save.Step, save.State, save.Notice) = (talk.ToBookmark(), save.Step + 1, SaveState.Open, null);
            return;
        }

        var result = talk.Complete();
        var outcome = result.Outcome switch
        {
            WorkflowOutcome.Completed => SaveOutcome.Saved,
            WorkflowOutcome.Canceled => SaveOutcome.Canceled,
            WorkflowOutcome.PartlyCompleted => SaveOutcome.PartlySaved,
            _ => SaveOutcome.Unknown,
        };
        save.End(outcome, string.Join(" ", result.Messages.Select(message => message.Message)));
    }

    /// <summary>Runs one step; whatever happens, the row shows it afterwards, and an ended save keeps no lock.</summary>
    private async Task SettleAsync(Save save, Func<bool> isSent, Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (Exception exception) when (exception is PolarisClientException or InvalidOperationException)
        {
            Log.StepFailed(logger, save.Id, exception);
            Judge(save, exception, isSent());
        }
        finally
        {
            if (save.State == SaveState.Ended)
            {
                await guard.ReleaseAsync(save);
            }

            store.Write(save);
        }
    }

    private static void Judge(Save save, Exception exception, bool isSent)
    {
        var words = Words.For(exception, isSent);
        var mayBeSaved = isSent && exception is PolarisClientException { MayHaveBeenProcessed: true };
        switch (exception)
        {
            case WorkflowFailedException { Status: not WorkflowStatus.InvalidReply }:
            case { } when save.Bookmark is null:
                save.End(mayBeSaved ? SaveOutcome.Unknown : SaveOutcome.NotSaved, words);
                break;
            case { } when mayBeSaved:
                (save.State, save.Notice) = (SaveState.InDoubt, words);
                break;
            default:
                save.AskAgain(words);
                break;
        }
    }
}
