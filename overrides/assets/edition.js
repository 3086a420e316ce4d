// The packing of a stick (handbook usb) puts the version and the last day of validity here; elsewhere there is nothing to say.
window.hbEdition = null;
