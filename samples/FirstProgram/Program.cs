using Polaris.Client;
using Polaris.Client.Marc;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

// A server in memory, with one record.
var frogs = new MarcRecord().Field("245", '1', '0', ('a', "Frog Face and the three boys /"), ('c', "Don Trent Jacobs."));
var fake = new FakePolaris().WithBib(1126739, marc: frogs);
await using PolarisClient polaris = fake.CreateClient();

MarcRecord record = await polaris.BibRecords.GetMarcAsync(1126739);
Console.WriteLine($"Read: {record.Title}");

// Locks the record, reads it, runs the change, saves it, reads it again, and releases the lock.
var edit = await polaris.BibRecords.EditAsync(
    1126739,
    marc => marc["245"]!['a'] = "Frog Face and the three brothers /",
    new PromptHandlers().Otherwise(prompt => prompt.Cancel()));

Console.WriteLine(edit.IsSaved ? "Saved:" : "Not saved.");
Console.WriteLine(edit.Difference?.ToText());
