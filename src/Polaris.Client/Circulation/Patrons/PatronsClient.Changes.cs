using Polaris.Client.Cataloging;
using Polaris.Client.Http;

namespace Polaris.Client.Circulation;

/// <content>Changes. None of them is sent again after its response was lost.</content>
public sealed partial class PatronsClient
{
    private const int MaxNoteLength = 4_000;
    private const string PatronIdName = "PatronID";

    /// <summary>Removes a block of a patron.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="blockType">The type of the block, as <see cref="ListBlocksAsync"/> returns it.</param>
    /// <param name="blockId">The ID of the block within its type.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the server removed the block.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ID of the patron is less than 1, or the type or ID of the block is negative.</exception>
    /// <exception cref="NotFoundException">The block does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response is neither true nor false; the server may have removed the block.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond: it may have removed the block.</exception>
    /// <remarks>DELETE /patrons/{patronId}/blocks/{blockType}/{blockId}, seen in public clients.</remarks>
    public async Task<bool> RemoveBlockAsync(int patronId, int blockType, int blockId, CancellationToken cancellationToken = default)
    {
        Argument.NotNegative(blockType, "The type of a block");
        Argument.NotNegative(blockId, "The ID of a block");
        return await _api.RemoveBlockAsync(Checked(patronId), blockType, blockId, cancellationToken).ConfigureAwait(false)
            ?? throw RecordResponses.Unexpected(
                "DELETE /patrons/{patronId}/blocks/{blockType}/{blockId}", "is neither true nor false: list the blocks to find out", mayHaveBeenProcessed: true);
    }

    /// <summary>Associates other patrons with a patron.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="associations">The other patrons, at least one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The associated patrons.</returns>
    /// <exception cref="ArgumentException">There are no associations, or one of them is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The patron does not exist, or another server responds at this address.</exception>
    /// <exception cref="RequestFailedException">The server refused the request, for example because the patron is secured.</exception>
    /// <exception cref="TransportException">The server did not respond: it may have added the associations.</exception>
    /// <remarks>POST /patrons/{patronId}/associations. Vendor page: patrons/patron_associations.</remarks>
    public Task<IReadOnlyList<PatronAssociation>> AddAssociationsAsync(
        int patronId, IReadOnlyList<NewPatronAssociation> associations, CancellationToken cancellationToken = default)
    {
        _ = associations ?? throw new ArgumentNullException(nameof(associations));
        if (associations.Count == 0 || associations.Any(association => association is null))
        {
            throw new ArgumentException("Add at least one association, and none that is null.", nameof(associations));
        }

        foreach (var association in associations)
        {
            Argument.Id(association.LinkedPatronId, "a patron", nameof(associations));
        }

        return _api.AddAssociationsAsync(Checked(patronId), associations, cancellationToken).WithoutNullsAsync();
    }

    /// <summary>Adds a note that does not block the patron.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="text">The note, 1 to 4,000 characters.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The note is blank or too long.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The patron does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response does not confirm the change; read the patron to find out.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond: it may have added the note.</exception>
    /// <remarks>POST /patrons/{patronId}?type=nonblockingnotes. Vendor page: patrons/post_patron.</remarks>
    public Task AddNonBlockingNoteAsync(int patronId, string text, CancellationToken cancellationToken = default) =>
        string.IsNullOrWhiteSpace(text) || text.Length > MaxNoteLength
            ? throw new ArgumentException($"A note must contain 1 to {MaxNoteLength} characters, and must not be blank.", nameof(text))
            : _api.AddNonBlockingNoteAsync(Checked(patronId), new PatronNonBlockingNote { Text = text }, cancellationToken)
                .ConfirmAsync("POST /patrons/{patronId}?type=nonblockingnotes", $"patron {patronId}", PatronIdName, patronId);

    /// <summary>Sets a flag of a patron.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="code">The vendor's name of the flag; the page shows <c>ExtendedLoanPeriods</c> only.</param>
    /// <param name="value">The value.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The patron does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response does not confirm the change; read the patron to find out.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond: it may have set the flag.</exception>
    /// <remarks>PATCH /patrons/{patronId}?type=flags. Vendor page: patrons/patron_patch.</remarks>
    public Task SetFlagAsync(int patronId, string code, bool value, CancellationToken cancellationToken = default) =>
        string.IsNullOrWhiteSpace(code)
            ? throw new ArgumentException("The name of a flag must not be blank.", nameof(code))
            : _api.SetFlagAsync(Checked(patronId), new PatronFlag { Code = code, Value = value }, cancellationToken)
                .ConfirmAsync("PATCH /patrons/{patronId}?type=flags", $"patron {patronId}", PatronIdName, patronId);

    /// <summary>Renews or upgrades the membership of a patron.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="membership">The membership.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentNullException">The membership is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The patron does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response does not confirm the change; read the patron to find out.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond: it may have renewed the membership and charged its fees.</exception>
    /// <remarks>PATCH /patrons/{patronId}?type=membership. Vendor page: patrons/patron_patch.</remarks>
    public Task RenewMembershipAsync(int patronId, PatronMembership membership, CancellationToken cancellationToken = default) =>
        _api.RenewMembershipAsync(Checked(patronId), membership ?? throw new ArgumentNullException(nameof(membership)), cancellationToken)
            .ConfirmAsync("PATCH /patrons/{patronId}?type=membership", $"patron {patronId}", PatronIdName, patronId);

    /// <summary>Changes the card of a patron: its barcode or its status.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="card">The new barcode or the new status, one of them.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentNullException">The card is null.</exception>
    /// <exception cref="ArgumentException">The card has neither a barcode nor a status, or both.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The patron does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response does not confirm the change; read the patron to find out.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond: it may have changed the card.</exception>
    /// <remarks>PATCH /patrons/{patronId}?type=membershipcard. Vendor page: patrons/patron_patch.</remarks>
    public Task UpdateCardAsync(int patronId, PatronCard card, CancellationToken cancellationToken = default)
    {
        _ = card ?? throw new ArgumentNullException(nameof(card));
        return string.IsNullOrWhiteSpace(card.Barcode) == string.IsNullOrWhiteSpace(card.Status)
            ? throw new ArgumentException("Set either the barcode or the status of the card.", nameof(card))
            : _api.UpdateCardAsync(Checked(patronId), card, cancellationToken)
                .ConfirmAsync("PATCH /patrons/{patronId}?type=membershipcard", $"patron {patronId}", PatronIdName, patronId);
    }

    /// <summary>Replaces all notes of a patron: those that block the patron, and those that do not.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="blockingNotes">The notes that block the patron; an empty list removes the present ones.</param>
    /// <param name="nonBlockingNotes">The notes that do not; an empty list removes the present ones.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">A note is blank, or the notes of a list have more than 4,000 characters together.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The patron does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response does not confirm the change; read the patron to find out.</exception>
    /// <exception cref="RequestFailedException">The server refused the request, for example because the patron is secured.</exception>
    /// <exception cref="TransportException">The server did not respond: it may have replaced the notes.</exception>
    /// <remarks>
    /// POST /patrons/{patronId}/notes. Vendor page: patronnotes/add_patron_notes. The page calls it with changed text to modify notes and with
    /// null to remove them; it also states that a list must not be null, so try the removal on a test server first. To add one note and
    /// keep the others, use <see cref="AddNonBlockingNoteAsync"/>.
    /// </remarks>
    public Task ReplaceNotesAsync(
        int patronId, IReadOnlyList<string> blockingNotes, IReadOnlyList<string> nonBlockingNotes, CancellationToken cancellationToken = default)
    {
        var notes = new PatronNotes
        {
            BlockingNotes = Checked(blockingNotes, nameof(blockingNotes)),
            NonBlockingNotes = Checked(nonBlockingNotes, nameof(nonBlockingNotes)),
        };
        return _api.ReplaceNotesAsync(Checked(patronId), notes, cancellationToken)
            .ConfirmAsync("POST /patrons/{patronId}/notes", $"patron {patronId}", PatronIdName, patronId);
    }

    /// <summary>Returns the notes, or null for none: with null the server removes the present ones.</summary>
    private static IReadOnlyList<string>? Checked(IReadOnlyList<string> notes, string parameter)
    {
        _ = notes ?? throw new ArgumentNullException(parameter);
        return notes.Any(string.IsNullOrWhiteSpace) || notes.Sum(note => note.Length) > MaxNoteLength
            ? throw new ArgumentException($"A note must not be blank, and all notes together must have at most {MaxNoteLength} characters.", parameter)
            : notes.Count == 0 ? null : notes;
    }
}
