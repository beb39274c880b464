using SaveBibRecord;

return await SaveCommand.InvokeAsync(args);
